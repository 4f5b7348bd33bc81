import type { ProviderId } from '../model/more-related';
import type { SourceId } from '../model/paper/paper';

/** The reader's choices: one versioned item in `storage.local`, parsed on reading. */
export interface Settings {
  readonly theme: 'dark' | 'light' | 'system';
  /** Sites that are switched off: ids of listed ones, the host's name of any other. */
  readonly sitesOff: readonly string[];
  /**
   * Origins that were granted one by one when all sites were allowed: Chromium takes them away with "all
   * sites", and cannot tell them from the others.
   */
  readonly originsBeforeAll: readonly string[];
  /** ArXiv categories to follow, as `cs.CL`; none switches arXiv's daily feed off. */
  readonly categories: readonly string[];
  /** A PDF or HTML text on arxiv.org that the feed lacks may get its title and abstract from arXiv's API. */
  readonly canAskArxiv: boolean;
  /** Services that may be told, on a click, which paper to find others for. */
  readonly providersOn: readonly ProviderId[];
  /** The reader's own keys for them. */
  readonly providerKeys: Readonly<Partial<Record<ProviderId, string>>>;
  /** The list that the popup opens with. */
  readonly list: SourceId;
  /** How far back the daily papers are fetched: months, or as far as they go. */
  readonly historyMonths: number | 'all';
  /** True while nothing of the past is fetched. */
  readonly isHistoryPaused: boolean;
  /** Most papers that are cached; the oldest and least upvoted go first, saved ones never. */
  readonly maxPapers: number;
  /** False until the first-run page was left. */
  readonly isIntroduced: boolean;
}

/** Least and most papers of the budget. 1,000 are the first month of the daily papers. */
export const MAX_PAPERS_RANGE = { least: 1_000, most: 500_000 } as const;

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  sitesOff: [],
  originsBeforeAll: [],
  categories: [],
  canAskArxiv: true,
  providersOn: [],
  providerKeys: {},
  list: 'hf-daily',
  historyMonths: 12,
  isHistoryPaused: false,
  maxPapers: 50_000,
  isIntroduced: false,
};

/** The source whose list the popup opens with: the reader's choice, as far as it is followed. */
export function listedSource({ categories, list }: Settings): SourceId {
  return categories.length > 0 ? list : 'hf-daily';
}
