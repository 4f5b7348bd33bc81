import { countPapers } from '../db/feed';
import type { OpenDatabase } from '../db/open';
import { commitStarter, findStarter } from '../db/starter';
import { report } from '../log';
import { startOfDayMs } from '../model/dates';
import type { StarterFeed, StarterPaper } from '../starter/types';
import type { FeedIndex } from './feed-index';
import type { PackagedStarter } from './packaged-starter';

/** Papers of the first step: the newest lists, which is what a reader sees first. */
const FIRST_STEP = 300;
const PAPERS_PER_STEP = 1_000;

export interface StarterOptions {
  readonly open: OpenDatabase;
  readonly packaged: PackagedStarter;
  readonly index: Pick<FeedIndex, 'change'>;
  /** Lets messages in between two steps. */
  readonly pause: () => Promise<void>;
  /** Called after each step: open pages may show more. */
  readonly onStep: () => Promise<void>;
}

export type StarterService = ReturnType<typeof createStarter>;

/**
 * Fills an empty feed from the package, so that lists and related papers are there before any server is
 * asked.
 *
 * In steps, newest lists first, each stored before the next with how far it got: a stopped worker goes on
 * there. A feed that has papers already is left alone.
 */
export function createStarter({ open, packaged, index, pause, onStep }: StarterOptions) {
  let loading: Loading | null = null;

  /** Where to go on; null when there is nothing to load. */
  async function nextPlace(): Promise<number | null> {
    const database = await open();
    const progress = await findStarter(database);
    if (progress !== undefined) return progress.done < progress.total ? progress.done : null;
    return (await countPapers(database)) === 0 ? 0 : null;
  }

  async function storeStep(feed: StarterFeed, start: number): Promise<number> {
    const papers = feed.papers.slice(start, start + (start === 0 ? FIRST_STEP : PAPERS_PER_STEP));
    const done = start + papers.length;
    const { date, origin } = feed;
    const progress = { id: 'starter' as const, date, origin, done, total: feed.papers.length };
    const step = { records: papers.map(toRecord), addedAtMs: startOfDayMs, progress };
    await index.change((database, encode) => commitStarter(database, step, encode));
    await onStep();
    return done;
  }

  /** Loads what is missing; `onFirst` is called once something is there to be shown, or nothing will be. */
  async function load(onFirst: () => void): Promise<void> {
    try {
      const start = await nextPlace();
      if (start === null) return;
      const [feed] = await Promise.all([packaged.readFeed(), packaged.loadRows()]);
      // After an update the rest may be of another feed: what is known of it is passed over.
      for (let place = start; place < feed.papers.length; await pause()) {
        place = await storeStep(feed, place);
        onFirst();
      }
    } catch (error) {
      report('starter: not loaded', error); // The next start of the worker tries again.
    } finally {
      packaged.releaseRows();
      loading = null;
      onFirst();
    }
  }

  function begin(): Loading {
    let onFirst = (): void => undefined;
    const first = new Promise<void>((resolve) => {
      onFirst = resolve;
    });
    return { first, whole: load(onFirst) };
  }

  return {
    /**
     * Begins to fill an empty feed, or goes on. Settles when the newest lists are there; never fails: it
     * reports. `whole` settles with the last paper.
     */
    ensure(): Loading {
      loading ??= begin();
      return loading;
    },
  };
}

/** The two ends of loading. */
export interface Loading {
  readonly first: Promise<void>;
  readonly whole: Promise<void>;
}

function toRecord({ facts, listedOn }: StarterPaper) {
  const link = `https://huggingface.co/papers/${facts.ids.arxiv}`; // Daily papers are arXiv's.
  const fetchedAtMs = startOfDayMs(listedOn);
  return {
    facts,
    edition: listedOn,
    provenance: { source: 'hf-daily' as const, fetchedAtMs, link, isStarter: true as const },
  };
}
