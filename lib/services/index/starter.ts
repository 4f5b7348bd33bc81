import type { OpenDatabase } from '../../db/open';
import { commitStarter, findStarter } from '../../db/starter';
import { countPapers } from '../../db/transactions';
import { report } from '../../log';
import { startOfDayMs } from '../../model/dates';
import type { Paper } from '../../model/paper/paper';
import { STARTER_SOURCE } from '../../sources/descriptions';
import type { StarterFeed, StarterPaper } from '../../starter/papers-file';
import type { FeedIndex } from './feed-index';
import type { PackagedStarter } from './packaged';

/** Papers of the first step: the newest lists, which a reader sees first. */
const FIRST_STEP = 100;
/** Papers per further step: some 100 ms of the database's time, which questions must wait for. */
const PAPERS_PER_STEP = 200;

export interface StarterOptions {
  readonly open: OpenDatabase;
  readonly packaged: PackagedStarter;
  readonly index: Pick<FeedIndex, 'change'>;
  /** Lets messages in between two steps. */
  readonly pause: () => Promise<void>;
  /** Waits after the newest lists, so that a page that opens meanwhile is drawn first. */
  readonly settle: () => Promise<void>;
  /** Called after each step: open pages may show more. */
  readonly onStep: () => Promise<void>;
}

/** Two moments of loading. Neither promise rejects: failures are reported. */
export interface Loading {
  /** Settles when the newest lists are there, or nothing will come. */
  readonly first: Promise<void>;
  /** Settles with the last paper. */
  readonly whole: Promise<void>;
}

export type StarterService = ReturnType<typeof createStarter>;

/**
 * Fills an empty feed from the package, so that lists and related papers are there before any server is
 * asked.
 *
 * In steps, newest lists first. Each step stores its progress, and a stopped worker goes on from there. A
 * feed that already has papers is left alone.
 */
export function createStarter({ open, packaged, index, pause, settle, onStep }: StarterOptions) {
  let loading: Loading | null = null;
  let isLoading = false;
  let stopping = new AbortController();

  /** The paper to go on with; null when there is nothing to load. */
  async function nextPosition(): Promise<number | null> {
    const database = await open();
    const progress = await findStarter(database);
    if (progress !== undefined) return progress.done < progress.total ? progress.done : null;
    return (await countPapers(database)) === 0 ? 0 : null;
  }

  /**
   * Stores the papers from `start` to `done`, with the rows of these and of `rowless`, papers of an earlier
   * step; null stores no rows.
   */
  async function storeStep(
    feed: StarterFeed,
    { start, done }: { readonly start: number; readonly done: number },
    rowless: readonly Paper[] | null,
  ): Promise<readonly Paper[]> {
    const { date, origin } = feed;
    const progress = { id: 'starter' as const, date, origin, done, total: feed.count };
    const records = feed.slice(start, done).map(toRecord);
    const step = { source: STARTER_SOURCE.id, records, addedAtMs: startOfDayMs, progress };
    // A list needs no rows, and rows need the word model, which takes longer to load than the list takes to show.
    const { papers } =
      rowless === null
        ? await commitStarter(await open(), step, () => [])
        : await index.change((database, encode) =>
            commitStarter(database, step, (change) =>
              encode({ ...change, papers: [...rowless, ...change.papers] }),
            ),
          );
    await onStep();
    return papers;
  }

  async function load(onFirst: () => void, signal: AbortSignal): Promise<void> {
    try {
      const start = await nextPosition();
      if (start === null) return;
      isLoading = true;
      // After an update the rest may be of another feed; papers that we have are passed over.
      const feed = await packaged.readFeed();
      let position = start;
      let rowless: readonly Paper[] = [];
      if (position === 0) {
        position = Math.min(FIRST_STEP, feed.count);
        rowless = await storeStep(feed, { start: 0, done: position }, null);
        onFirst();
        await settle();
        if (signal.aborted) return;
      }
      await packaged.loadRows();
      do {
        await pause();
        if (signal.aborted) return;
        const done = Math.min(position + PAPERS_PER_STEP, feed.count);
        await storeStep(feed, { start: position, done }, rowless);
        rowless = [];
        position = done;
      } while (position < feed.count);
    } catch (error) {
      report('starter: not loaded', error); // The next start of the worker tries again.
    } finally {
      packaged.releaseRows();
      isLoading = false;
      onFirst();
    }
  }

  function begin(): Loading {
    let onFirst = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      onFirst = resolve;
    });
    return { first, whole: load(onFirst, stopping.signal) };
  }

  return {
    /** Begins to fill an empty feed, or goes on; once in a worker's life unless `stop` was called. */
    ensure(): Loading {
      loading ??= begin();
      return loading;
    },

    /**
     * Interrupts the loading and waits for its end, since the feed is about to be cleared. The next `ensure`
     * checks anew.
     */
    async stop(): Promise<void> {
      stopping.abort();
      await loading?.whole; // Nothing to wait for before it began.
      stopping = new AbortController();
      loading = null;
    },

    /** True while papers are on their way from the package. */
    isLoading: (): boolean => isLoading,
  };
}

function toRecord({ facts, listedOn }: StarterPaper) {
  const { id: source, paperUrl } = STARTER_SOURCE;
  const fetchedAtMs = startOfDayMs(listedOn);
  return {
    facts,
    edition: listedOn,
    provenance: { source, fetchedAtMs, link: paperUrl(facts.ids), isStarter: true as const },
  };
}
