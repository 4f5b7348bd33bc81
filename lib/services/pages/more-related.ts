import { createSingleFlight } from '../../async';
import { findAnswer, putAnswer } from '../../db/answers';
import { findPaper } from '../../db/feed';
import type { Database, OpenDatabase } from '../../db/open';
import type { ProviderAnswer } from '../../db/schema';
import type { Provider } from '../../providers/types';
import { AppError, NetworkError } from '../../errors';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import { compact } from '../../model/compact';
import { MINUTE } from '../../model/dates';
import { identityKeys, paperKeyOf } from '../../model/paper/identity';
import { mergeFacts } from '../../model/paper/facts';
import type { ProviderId, ProviderPaper, MoreAnswer, MorePaper } from '../../model/more-related';
import type { PaperIds, PaperKey } from '../../model/paper/paper';
import type { Settings } from '../../settings/settings';

/** Requests that one question may take: OpenAlex needs two. */
const MAX_REQUESTS = 3;
/**
 * The rest after a 429 that names no time. Anonymous readers of Semantic Scholar share one quota, which is
 * often used up.
 */
const REST_MS = MINUTE;

export interface MoreRelatedOptions {
  readonly open: OpenDatabase;
  readonly providers: readonly Provider[];
  readonly get: HttpGet;
  readonly settings: () => Promise<Settings>;
  /** True when the reader has allowed these hosts (match patterns). */
  readonly isAllowed: (hosts: readonly string[]) => Promise<boolean>;
  readonly now: () => number;
  readonly wait: (durationMs: number) => Promise<void>;
}

/** How a question is asked. */
export interface MoreOptions {
  /** The reader has clicked: the service may be told the paper's id. */
  readonly canAsk: boolean;
  /** From a private window: nothing is kept. */
  readonly isPrivate: boolean;
}

/**
 * Related papers from services that hold all of arXiv and more. Nothing is sent to a service that is switched
 * off, and to others only after a click.
 */
export function createMoreRelated(options: MoreRelatedOptions) {
  const { open, providers, settings, now, wait } = options;
  /** When each service was asked last, ms since epoch. */
  const askedAtMs = new Map<ProviderId, number>();
  /** Two panels of one paper: one request answers both. */
  const asking = createSingleFlight<string, ProviderAnswer>();
  /** Until when each service wants to be left alone; forgotten with the worker, which costs it one request. */
  const restUntilMs = new Map<ProviderId, number>();

  async function getPaced(provider: Provider, ...[url, request]: Parameters<HttpGet>): Promise<string> {
    const earliestMs = (askedAtMs.get(provider.id) ?? 0) + provider.minIntervalMs;
    const pauseMs = Math.min(provider.minIntervalMs, earliestMs - now()); // No longer, whatever the clock says.
    askedAtMs.set(provider.id, now() + Math.max(0, pauseMs));
    if (pauseMs > 0) await wait(pauseMs);
    return options.get(url, request);
  }

  async function ask(provider: Provider, ids: PaperIds, key: PaperKey): Promise<ProviderAnswer> {
    const restMs = restUntilMs.get(provider.id) ?? 0;
    if (restMs > now()) throw new NetworkError('rate-limited', `${provider.id} rests`, { retryAtMs: restMs });
    if (!(await options.isAllowed(provider.hosts))) {
      throw new AppError('no-permission', `The hosts of ${provider.id} are not allowed.`);
    }
    const { providerKeys } = await settings();
    const access = compact({
      get: (...request: Parameters<HttpGet>) => getPaced(provider, ...request),
      signal: new AbortController().signal,
      apiKey: providerKeys[provider.id],
    });
    let papers: readonly ProviderPaper[] = [];
    let cursor = provider.begin(ids);
    if (cursor === null) throw new AppError('not-a-paper', `${provider.id} knows none of the paper's ids.`);
    try {
      for (let request = 1; cursor !== null && request <= MAX_REQUESTS; request++) {
        const page = provider.parse(await provider.fetchPage(cursor, access), cursor);
        papers = page.papers;
        cursor = page.next ?? null;
      }
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      if (error.code === 'rate-limited') restUntilMs.set(provider.id, error.retryAtMs ?? now() + REST_MS);
      // "I do not know this paper" is an answer too.
      if (error.code !== 'not-found') throw error;
    }
    return { provider: provider.id, key, papers: withoutItself(papers, ids), askedAtMs: now() };
  }

  return {
    /**
     * What a service says is related to a paper; null when it was never asked and must not be asked now.
     *
     * Errors: `switched-off`, `no-permission`, `not-a-paper`, those of requests.
     */
    async find(
      id: ProviderId,
      ids: PaperIds,
      { canAsk, isPrivate }: MoreOptions,
    ): Promise<MoreAnswer | null> {
      const provider = providers.find((candidate) => candidate.id === id);
      const isOn = (await settings()).providersOn.includes(id);
      const key = paperKeyOf({ ids, title: '', authors: [] });
      if (!isOn || provider === undefined) {
        if (canAsk) throw new AppError('switched-off', `${id} is switched off.`);
        return null;
      }
      if (key === null) throw new AppError('not-a-paper', 'The paper has no id.');
      const database = await open();
      if (!canAsk) {
        const known = await findAnswer(database, id, key);
        return known === undefined ? null : toAnswer(database, known);
      }
      const answer = await asking.run(`${id} ${key}`, () => ask(provider, ids, key));
      if (!isPrivate) {
        // If it cannot be stored (a full disk), it is still known now.
        await putAnswer(database, answer).catch((error: unknown) => report('more: not remembered', error));
      }
      return toAnswer(database, answer);
    },
  };
}

/** Adds what the feed knows to the papers of an answer, and drops duplicates. */
async function toAnswer(
  database: Database,
  { provider, papers, askedAtMs }: ProviderAnswer,
): Promise<MoreAnswer> {
  const seen = new Set<PaperKey>();
  const items: MorePaper[] = [];
  for (const paper of papers) {
    const keys = identityKeys(paper.facts);
    if (keys.some((key) => seen.has(key))) continue;
    for (const key of keys) seen.add(key);
    const inFeed = await findPaper(database, paper.facts);
    const facts = inFeed === undefined ? paper.facts : mergeFacts(paper.facts, inFeed);
    items.push({ ...paper, facts, isInFeed: inFeed !== undefined });
  }
  return { provider, items, askedAtMs };
}

/** Drops the paper itself, which services may recommend. */
function withoutItself(papers: readonly ProviderPaper[], ids: PaperIds): readonly ProviderPaper[] {
  const own = new Set(identityKeys({ ids, title: '', authors: [] }));
  return papers.filter(({ facts }) => !identityKeys(facts).some((key) => own.has(key)));
}
