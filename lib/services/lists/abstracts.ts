import { createSingleFlight } from '../../async';
import { commitFeed, papersByKeys } from '../../db/feed';
import type { OpenDatabase } from '../../db/open';
import { NetworkError } from '../../errors';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import type { Paper, PaperKey } from '../../model/paper/paper';
import type { Source } from '../../sources/types';
import type { FeedIndex } from '../index/feed-index';

export interface AbstractsOptions {
  readonly open: OpenDatabase;
  readonly get: HttpGet;
  readonly sources: readonly Source[];
  readonly index: Pick<FeedIndex, 'change'>;
  readonly now: () => number;
}

/** Abstracts that the feed lacks: those of starter papers, each fetched when the reader opens it. */
export function createAbstracts({ open, get, sources, index, now }: AbstractsOptions) {
  const asking = createSingleFlight<PaperKey, string | null>();

  async function ask({ ids, provenance: known }: Paper): Promise<string | null> {
    const source = sources.find(
      ({ id, hasSingleAbstracts }) =>
        hasSingleAbstracts === true && known.some((entry) => entry.source === id),
    );
    if (source?.fetchPaper === undefined) return null;
    try {
      const facts = await source.fetchPaper(ids, get, new AbortController().signal);
      if (facts === null) return null;
      const provenance = { source: source.id, fetchedAtMs: now(), link: source.paperUrl(ids) };
      const commit = { source: source.id, records: [{ facts, provenance }], nowMs: now() };
      // If it cannot be stored (a full disk), it can still be read.
      await index
        .change((database, encode) => commitFeed(database, commit, encode))
        .catch((error: unknown) => report('abstract: not remembered', error));
      return facts.abstract ?? null;
    } catch (error) {
      // The paper was taken down after it was listed.
      if (error instanceof NetworkError && error.code === 'not-found') return null;
      throw error;
    }
  }

  return {
    /**
     * The abstract of a paper of the feed: the stored one, else that of a source of the paper which gives
     * single papers, whose record is then stored. Null when there is none. Errors: those of requests.
     */
    async find(key: PaperKey): Promise<string | null> {
      const [paper] = await papersByKeys(await open(), [key]);
      if (paper === undefined || paper.abstract !== undefined) return paper?.abstract ?? null;
      return asking.run(key, () => ask(paper));
    },
  };
}
