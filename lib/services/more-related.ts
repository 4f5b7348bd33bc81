import { findAnswer, putAnswer } from '../db/answers';
import { findPaper } from '../db/feed';
import type { Database, OpenDatabase } from '../db/open';
import type { EngineAnswer } from '../db/schema';
import type { Engine } from '../engines/types';
import { AppError, NetworkError } from '../errors';
import type { HttpGet } from '../http';
import { report } from '../log';
import { compact } from '../model/compact';
import { MINUTE } from '../model/dates';
import { identityKeys, paperKeyOf } from '../model/identity';
import { mergeFacts } from '../model/merge-papers';
import type { EngineId, EnginePaper, MoreAnswer, MorePaper } from '../model/more-related';
import type { PaperIds, PaperKey } from '../model/paper';
import type { Settings } from '../settings/settings';

/** Requests that one question may take: OpenAlex needs two. */
const MAX_REQUESTS = 3;
/**
 * After a 429 that names no time. Anonymous readers of Semantic Scholar share one quota, which is often used
 * up.
 */
const REST_MS = MINUTE;

export interface MoreRelatedOptions {
  readonly open: OpenDatabase;
  readonly engines: readonly Engine[];
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

export type MoreRelatedService = ReturnType<typeof createMoreRelated>;

/**
 * Related papers from services that hold all of arXiv and more. Nothing is ever sent while a service is
 * switched off, and otherwise only after a click.
 */
export function createMoreRelated(options: MoreRelatedOptions) {
  const { open, engines, settings, now, wait } = options;
  /** When each service was asked last, ms since epoch. */
  const askedAtMs = new Map<EngineId, number>();
  /** Two panels of one paper: one request answers both. */
  const asking = new Map<string, Promise<EngineAnswer>>();
  /** Until when each service wants to be left alone; forgotten with the worker, which costs it one request. */
  const restUntilMs = new Map<EngineId, number>();

  async function getPaced(engine: Engine, ...[url, request]: Parameters<HttpGet>): Promise<string> {
    const earliestMs = (askedAtMs.get(engine.id) ?? 0) + engine.minIntervalMs;
    const pauseMs = Math.min(engine.minIntervalMs, earliestMs - now()); // At most that, whatever the clock says.
    askedAtMs.set(engine.id, now() + Math.max(0, pauseMs));
    if (pauseMs > 0) await wait(pauseMs);
    return options.get(url, request);
  }

  async function ask(engine: Engine, ids: PaperIds, key: PaperKey): Promise<EngineAnswer> {
    const restMs = restUntilMs.get(engine.id) ?? 0;
    if (restMs > now()) throw new NetworkError('rate-limited', `${engine.id} rests`, { retryAtMs: restMs });
    if (!(await options.isAllowed(engine.hosts))) {
      throw new AppError('no-permission', `The hosts of ${engine.id} are not allowed.`);
    }
    const { engineKeys } = await settings();
    const access = compact({
      get: (...request: Parameters<HttpGet>) => getPaced(engine, ...request),
      signal: new AbortController().signal,
      apiKey: engineKeys[engine.id],
    });
    let papers: readonly EnginePaper[] = [];
    let cursor = engine.begin(ids);
    if (cursor === null) throw new AppError('not-a-paper', `${engine.id} knows none of the paper's ids.`);
    try {
      for (let request = 1; cursor !== null && request <= MAX_REQUESTS; request++) {
        const page = engine.parse(await engine.fetchPage(cursor, access), cursor);
        papers = page.papers;
        cursor = page.next ?? null;
      }
    } catch (error) {
      if (!(error instanceof NetworkError)) throw error;
      if (error.code === 'rate-limited') restUntilMs.set(engine.id, error.retryAtMs ?? now() + REST_MS);
      // A paper that it does not know is an answer too.
      if (error.code !== 'not-found') throw error;
    }
    return { engine: engine.id, key, papers: withoutItself(papers, ids), askedAtMs: now() };
  }

  async function askOnce(engine: Engine, ids: PaperIds, key: PaperKey): Promise<EngineAnswer> {
    const name = `${engine.id} ${key}`;
    const asked = asking.get(name) ?? ask(engine, ids, key).finally(() => asking.delete(name));
    asking.set(name, asked);
    return asked;
  }

  return {
    /**
     * What a service says is related to a paper; null when it was never asked and may not be.
     *
     * Errors: `switched-off`, `no-permission`, `not-a-paper`, those of requests.
     */
    async find(id: EngineId, ids: PaperIds, { canAsk, isPrivate }: MoreOptions): Promise<MoreAnswer | null> {
      const engine = engines.find((candidate) => candidate.id === id);
      const isOn = (await settings()).enginesOn.includes(id);
      const key = paperKeyOf({ ids, title: '', authors: [] });
      if (!isOn || engine === undefined) {
        if (canAsk) throw new AppError('switched-off', `${id} is switched off.`);
        return null;
      }
      if (key === null) throw new AppError('not-a-paper', 'The paper has no id.');
      const database = await open();
      if (!canAsk) {
        const known = await findAnswer(database, id, key);
        return known === undefined ? null : toAnswer(database, known);
      }
      const answer = await askOnce(engine, ids, key);
      if (!isPrivate) {
        // Not remembered (a full disk), it is still known now.
        await putAnswer(database, answer).catch((error: unknown) => report('more: not remembered', error));
      }
      return toAnswer(database, answer);
    },
  };
}

/** An answer with what the feed knows of its papers; each paper once. */
async function toAnswer(
  database: Database,
  { engine, papers, askedAtMs }: EngineAnswer,
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
  return { engine, items, askedAtMs };
}

/** Services may recommend the very paper. */
function withoutItself(papers: readonly EnginePaper[], ids: PaperIds): readonly EnginePaper[] {
  const own = new Set(identityKeys({ ids, title: '', authors: [] }));
  return papers.filter(({ facts }) => !identityKeys(facts).some((key) => own.has(key)));
}
