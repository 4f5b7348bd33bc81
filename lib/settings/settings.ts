import type { ProviderId } from '../model/more-related';
import type { SourceId } from '../model/paper/paper';
import { PROVIDER_IDS } from '../providers/descriptions';
import { DEFAULT_SOURCE, SOURCE_IDS, type SourceDescription, SOURCES } from '../sources/descriptions';
import { parseTexts } from './sites-off';

/** The reader's choices: one versioned item in `storage.local`, parsed on reading. */
export interface Settings {
  readonly theme: 'dark' | 'light' | 'system';
  /** Sites that are switched off: the id of a listed site, the host name of any other. */
  readonly sitesOff: readonly string[];
  /**
   * Origins that were granted one by one when all sites were allowed: Chromium removes them along with "all
   * sites", and cannot tell them from the others.
   */
  readonly originsBeforeAll: readonly string[];
  /** ArXiv categories to follow, as `cs.CL`; none switches arXiv's daily feed off. */
  readonly categories: readonly string[];
  /** We may ask arXiv's API for title and abstract of a PDF or HTML page on arxiv.org that the feed lacks. */
  readonly canAskArxiv: boolean;
  /** Services that may be told, on a click, which paper to find others for. */
  readonly providersOn: readonly ProviderId[];
  /** The reader's own keys for them. */
  readonly providerKeys: Readonly<Partial<Record<ProviderId, string>>>;
  /** The source whose list the popup opens with. */
  readonly list: SourceId;
  /** How far back the history is fetched: months, or as far as it goes. */
  readonly historyMonths: number | 'all';
  /** True while nothing of the past is fetched. */
  readonly isHistoryPaused: boolean;
  /** Most papers that are cached; the oldest and least upvoted go first, saved ones never. */
  readonly maxPapers: number;
  /** False until the reader left the first-run page. */
  readonly isIntroduced: boolean;
}

/** A longer key belongs to none of the services. */
const MAX_KEY_CHARS = 200;

/**
 * How each setting is read: the stored value in, the setting out. Anything missing or odd gives the default.
 *
 * Hand-written: the popup reads settings before anything else, and the rules are few.
 */
const FIELDS = {
  theme: oneOf(['dark', 'light', 'system'], 'system'),
  sitesOff: parseTexts,
  originsBeforeAll: parseTexts,
  categories: parseTexts,
  canAskArxiv: flag(true),
  providersOn: (stored) => PROVIDER_IDS.filter((id) => parseTexts(stored).includes(id)),
  providerKeys: parseKeys,
  list: oneOf(SOURCE_IDS, DEFAULT_SOURCE.id),
  historyMonths: (stored) => (stored === 'all' ? 'all' : wholeNumber(1, 120, 12)(stored)),
  isHistoryPaused: flag(false),
  maxPapers: wholeNumber(1_000, 500_000, 50_000), // 1,000 are the first month of the daily papers.
  isIntroduced: flag(false),
} as const satisfies { readonly [K in keyof Settings]: (stored: unknown) => Settings[K] };

/** Names that version 1 stored some settings under: it called providers engines. */
const FORMER_NAMES: Readonly<Record<string, string>> = {
  providersOn: 'enginesOn',
  providerKeys: 'engineKeys',
};

/** Reads stored settings field by field: an odd field spoils no other. */
export function parseSettings(stored: unknown): Settings {
  const values = recordOf(stored);
  const entries = Object.entries(FIELDS).map(([name, parse]) => {
    const value = values[name] ?? values[FORMER_NAMES[name] ?? name];
    return [name, parse(value)] as const;
  });
  return Object.fromEntries(entries) as unknown as Settings; // FIELDS has every field, each of its type.
}

/** What a reader has before the first choice. */
export const DEFAULT_SETTINGS: Settings = parseSettings(undefined);

/** The sources whose lists the reader gets: those followed as a whole, and those of whose fields some are. */
export function followedSources({ categories }: Settings): readonly SourceDescription[] {
  return SOURCES.filter(({ fields }) => fields === undefined || categories.length > 0); // Only arXiv has fields so far.
}

/** The source whose list the popup opens with: the reader's choice while it is followed, else the default. */
export function listedSource(settings: Settings): SourceId {
  const isListed = followedSources(settings).some(({ id }) => id === settings.list);
  return isListed ? settings.list : DEFAULT_SOURCE.id;
}

function oneOf<const T>(allowed: readonly T[], fallback: T) {
  return (stored: unknown): T => allowed.find((item) => item === stored) ?? fallback;
}

function flag(fallback: boolean) {
  return (stored: unknown): boolean => (typeof stored === 'boolean' ? stored : fallback);
}

/** A whole number, moved into its range. */
function wholeNumber(least: number, most: number, fallback: number) {
  return (stored: unknown): number =>
    Number.isSafeInteger(stored) ? Math.min(Math.max(Number(stored), least), most) : fallback;
}

function parseKeys(stored: unknown): Settings['providerKeys'] {
  const values = recordOf(stored);
  const entries = PROVIDER_IDS.flatMap((id) => {
    const key = values[id];
    // A key that cannot stand in a header is none.
    return typeof key === 'string' && /^[\x21-\x7e]+$/.test(key) && key.length <= MAX_KEY_CHARS
      ? [[id, key] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

function recordOf(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null ? { ...stored } : {};
}
