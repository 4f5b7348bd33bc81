import { findPaper } from '../../db/feed';
import { findLookup, putLookup } from '../../db/lookups';
import type { OpenDatabase } from '../../db/open';
import { AppError } from '../../errors';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import type { ArxivId } from '../../model/paper/arxiv-id';
import { compact } from '../../model/compact';
import { DAY } from '../../model/dates';
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
  /** A page and its sidebar ask at the same time; one request answers both. */
  const asking = new Map<PaperKey, Promise<PaperFacts | undefined>>();

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
    if (asking.size >= MAX_ASKING && !asking.has(key)) return undefined;
    const asked = asking.get(key) ?? askArxiv(key, id).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  }

  async function askArxiv(key: PaperKey, id: ArxivId): Promise<PaperFacts | undefined> {
    if (!(await settings()).canAskArxiv) return undefined;
    try {
      const cursor = { kind: 'ids', ids: [id] };
      const raw = await arxiv.fetchPage(cursor, get, new AbortController().signal);
      const [record] = arxiv.parse(raw, cursor, { nowMs: now(), categories: [], historyDays: 0 }).records;
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
      const known =
        meta ?? (inFeed === undefined ? undefined : factsOf(inFeed)) ?? (await lookUp(ref, isPrivate));
      if (known === undefined && paperKeyOf(identity) === null) return null;
      return compact({ facts: combine(identity.ids, known ?? UNKNOWN, inFeed), inFeed });
    },
  };
}

/** A paper with nothing known but its ids. */
const UNKNOWN = { title: '', authors: [], categories: [] } as const;

/** The page's own words, and what only the feed knows. */
function combine(
  ids: PaperFacts['ids'],
  known: Omit<PaperMeta, 'ids'> | PaperFacts,
  inFeed: Paper | undefined,
): PaperFacts {
  const own = factsOf(known);
  const feedFacts = inFeed === undefined ? {} : factsOf(inFeed);
  const authors = known.authors.length > 0 ? known.authors : (inFeed?.authors ?? []);
  return {
    keywords: [],
    ...feedFacts,
    ...own,
    ids: { ...inFeed?.ids, ...ids },
    authors,
    authorCount: Math.max(authors.length, inFeed?.authorCount ?? 0),
    categories: known.categories.length > 0 ? known.categories : (inFeed?.categories ?? []),
  };
}

/** Drops what belongs to the feed's record or to the page, not to the paper. */
function factsOf<T extends Partial<Paper & PaperMeta>>(record: T) {
  const {
    key: _key,
    addedAtMs: _added,
    listedOn: _listed,
    provenance: _provenance,
    origins: _origins,
    earlierCounts: _earlierCounts,
    pdfUrl: _pdf,
    ...facts
  } = record;
  return facts;
}
