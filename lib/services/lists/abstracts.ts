import { createSingleFlight } from '../../async';
import { commitFeed, papersByKeys } from '../../db/feed';
import type { OpenDatabase } from '../../db/open';
import { NetworkError } from '../../errors';
import type { HttpGet } from '../../http';
import { report } from '../../log';
import type { ArxivId } from '../../model/paper/arxiv-id';
import type { PaperKey } from '../../model/paper/paper';
import { fetchHfPaper, parseHfPaper } from '../../sources/hf-daily/hf-paper';
import type { FeedIndex } from '../index/feed-index';

export interface AbstractsOptions {
  readonly open: OpenDatabase;
  readonly get: HttpGet;
  readonly index: Pick<FeedIndex, 'change'>;
  readonly now: () => number;
}

export type AbstractsService = ReturnType<typeof createAbstracts>;

/** Abstracts that the feed lacks: those of starter papers, each fetched when the reader opens it. */
export function createAbstracts({ open, get, index, now }: AbstractsOptions) {
  const asking = createSingleFlight<PaperKey, string | null>();

  async function ask(id: ArxivId): Promise<string | null> {
    try {
      const facts = parseHfPaper(await fetchHfPaper(id, get, new AbortController().signal));
      const provenance = {
        source: 'hf-daily' as const,
        fetchedAtMs: now(),
        link: `https://huggingface.co/papers/${id}`,
      };
      const commit = { source: 'hf-daily' as const, records: [{ facts, provenance }], nowMs: now() };
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
     * The abstract of a paper of the feed: the stored one, else Hugging Face's, whose record is then stored.
     * Null when there is none. Errors: those of requests.
     */
    async find(key: PaperKey): Promise<string | null> {
      const [paper] = await papersByKeys(await open(), [key]);
      if (paper?.abstract !== undefined) return paper.abstract;
      const id = paper?.ids.arxiv; // No such paper: nothing to ask for.
      const isTheirs = paper?.provenance.some(({ source }) => source === 'hf-daily') === true; // As above.
      if (id === undefined || !isTheirs) return null;
      return asking.run(key, () => ask(id));
    },
  };
}
