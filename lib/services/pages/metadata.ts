import { createSingleFlight } from '../../async';
import { findPaper } from '../../db/feed';
import { findLookup, putLookup } from '../../db/answers';
import type { OpenDatabase } from '../../db/open';
import { AppError } from '../../errors';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import type { ArxivId } from '../../model/paper/ids';
import { compact } from '../../model/compact';
import { DAY } from '../../model/dates';
import { isBlank, NO_FACTS, pickFacts } from '../../model/paper/facts';
import { paperKeyOf } from '../../model/paper/identity';
import type { PaperMeta, PaperRef } from '../../model/paper/page';
import type { Paper, PaperFacts, PaperKey } from '../../model/paper/paper';
import type { Settings } from '../../settings/settings';
import type { Source } from '../../sources/types';

/** After a day, arXiv is asked again about a paper that it did not know: the paper may be new. */
const UNKNOWN_MS = DAY;
/** At 3 s each, a page behind more requests than this (tabs restored at start) would miss its deadline. */
const MAX_ASKING = 4;

export interface MetadataOptions {
  readonly open: OpenDatabase;
  readonly arxiv: Source;
  /** Through the gate of arXiv's servers: a look-up keeps their pause and their quiet hour. */
  readonly get: HttpGet;
  readonly settings: () => Promise<Settings>;
  readonly now: () => number;
}

/** A page's paper: everything known, and the feed's own record when it has one. */
export interface Described {
  readonly facts: PaperFacts;
  readonly inFeed?: Paper;
}

export type MetadataService = ReturnType<typeof createMetadata>;

/**
 * Describes the paper of a page: from the page, the cached feed and, for arxiv.org's PDFs and HTML texts that
 * neither describes, arXiv's API (docs/design.md, promise 4; only while its switch is on; each paper once;
 * never for a private window).
 */
export function createMetadata({ open, arxiv, get, settings, now }: MetadataOptions) {
  /** A page and its sidebar ask at the same time: one request answers both. */
  const asking = createSingleFlight<PaperKey, PaperFacts | undefined>();

  async function lookUp(ref: PaperRef, isPrivate: boolean): Promise<PaperFacts | undefined> {
    const key = paperKeyOf({ ids: ref.ids, title: '', authors: [] });
    const id = ref.ids.arxiv;
    // Abstract pages describe themselves, and arXiv should not learn of visits to other sites.
    if (ref.site !== 'arxiv' || ref.view === 'abstract' || key === null || id === undefined) return undefined;
    const known = await findLookup(await open(), key);
    if (known?.facts !== undefined) return known.facts;
    if (isPrivate) return undefined;
    if (known !== undefined && known.fetchedAtMs > now() - UNKNOWN_MS && known.fetchedAtMs <= now()) {
      return undefined;
    }
    if (asking.count() >= MAX_ASKING && !asking.isRunning(key)) return undefined;
    return asking.run(key, () => askArxiv(key, id));
  }

  async function askArxiv(key: PaperKey, id: ArxivId): Promise<PaperFacts | undefined> {
    if (!(await settings()).canAskArxiv) return undefined;
    try {
      const cursor = { kind: 'ids', ids: [id] };
      const raw = await arxiv.fetchPage(cursor, get, new AbortController().signal);
      const [record] = arxiv.parse(raw, cursor, { nowMs: now(), fields: [], historyDays: 0 }).records;
      const lookup = compact({ key, facts: record?.paper, fetchedAtMs: now() });
      // If it cannot be stored (a full disk), it is still known now.
      await putLookup(await open(), lookup).catch((error: unknown) =>
        report('metadata: not remembered', error),
      );
      return lookup.facts;
    } catch (error) {
      // Offline, refused, or not allowed now (`server-gate.ts`): the page gets what is known, and the next visit asks again.
      if (error instanceof AppError) return undefined;
      throw error;
    }
  }

  return {
    /**
     * What is known about the paper. The title is '' when only an id is known. Null when not even that is.
     *
     * `isPrivate`: for a private window, nothing is asked and nothing is stored.
     */
    async describe(
      ref: PaperRef,
      meta: PaperMeta | undefined,
      { isPrivate = false }: { readonly isPrivate?: boolean } = {},
    ): Promise<Described | null> {
      const identity = {
        ids: { ...ref.ids, ...meta?.ids },
        title: meta?.title ?? '',
        authors: meta?.authors ?? [],
      };
      const inFeed = await findPaper(await open(), identity);
      const known = meta ?? inFeed ?? (await lookUp(ref, isPrivate));
      if (known === undefined && paperKeyOf(identity) === null) return null;
      return compact({ facts: combine(identity.ids, known ?? {}, inFeed), inFeed });
    },
  };
}

/** The page's own words, completed with what only the feed knows. */
function combine(ids: PaperFacts['ids'], said: Partial<PaperFacts>, inFeed: Paper | undefined): PaperFacts {
  const known = { ...NO_FACTS, ...(inFeed !== undefined && pickFacts(inFeed)) };
  const facts = { ...known, ...pickFacts(said, (field) => !isBlank(said[field])) };
  return {
    ...facts,
    ids: { ...known.ids, ...ids },
    authorCount: Math.max(facts.authors.length, known.authorCount),
  };
}
