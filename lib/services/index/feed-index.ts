import { createCoalescedRun, createKept, createQueue } from '../../async';
import {
  clearFeed,
  commitFeed,
  type EncodeChange,
  type FeedChange,
  type FeedCommit,
  type StoredChange,
} from '../../db/feed';
import type { Database, OpenDatabase } from '../../db/open';
import { countPapers } from '../../db/transactions';
import { forgetModel, serveVersion, servingVersion } from '../../db/segments';
import { trimFeed } from '../../db/trim';
import { report } from '../../log';
import { isWholeModel } from '../../related/model/model-file';
import type { WordModel } from '../../related/model/word-model';
import {
  encodeChange,
  type EncoderSources,
  type Loaded,
  type LoadedIndex,
  loadFeedIndex,
  takeIn,
} from './loaded-index';
import { mergeOnce } from './merge';
import { dropDamaged, type IndexWork, repairIndex } from './repair';

export interface FeedIndexOptions extends EncoderSources {
  readonly open: OpenDatabase;
  /** Lets messages in between two pieces of background work. */
  readonly pause: () => Promise<void>;
  /** Waits before background work begins, so that the answer that the worker was started for comes first. */
  readonly settle: () => Promise<void>;
  /** Called before each step of long work (true), and when the work is over (false). */
  readonly onWork: (isGoingOn: boolean) => Promise<void>;
  /**
   * Called before papers without abstract are read anew: the package may have rows for them to load.
   *
   * @default nothing
   */
  readonly beforeTitles?: () => Promise<void>;
  /** Papers read anew per step; test seam. @default 500, half a second's work */
  readonly papersPerStep_?: number;
}

const PAPERS_PER_STEP = 500;
/** Papers removed per step: some 50 ms of the database's time. */
const TRIMMED_PER_STEP = 200;

export type FeedIndex = ReturnType<typeof createFeedIndex>;

/**
 * Keeps the papers of the feed as rows, in memory and in the store, in step with each other.
 *
 * Every commit writes papers and rows in one transaction. Whatever can still make them differ (damaged
 * segments, a new model, a database of an older version) is found and repaired in the background, in steps.
 */
export function createFeedIndex(options: FeedIndexOptions) {
  const { open, pause, settle, onWork, papersPerStep_: papersPerStep = PAPERS_PER_STEP } = options;
  const inTurn = createQueue();
  const kept = createKept(async () => loadFeedIndex(await open(), options));
  /** The load that was checked for damage: once is enough. */
  let checked: Loaded | null = null;
  let isWorking = false;
  let clearing = new AbortController();

  async function maintainOnce(): Promise<void> {
    const { signal } = clearing;
    const [database, loaded] = [await open(), await kept.get()];
    const onStep = async (): Promise<void> => {
      isWorking = true;
      await onWork(true);
    };
    const beforeTitles = options.beforeTitles ?? (async () => undefined);
    const work: IndexWork = { database, inTurn, pause, signal, onStep, beforeTitles, papersPerStep };
    if (checked !== loaded) await check(work, loaded);
    for (let isMerged = true; isMerged && !signal.aborted;) {
      await pause();
      isMerged = await inTurn(async () => !signal.aborted && mergeOnce(database, loaded.serving));
    }
  }

  /** Finds and repairs whatever differs. */
  async function check(work: IndexWork, loaded: Loaded): Promise<void> {
    const { serving, building } = loaded;
    const { model } = serving.encoder;
    if (!isWholeModel(fileOf(model), model.header)) {
      report('index: the stored model is damaged', new Error(model.header.version));
      await inTurn(() => forgetModel(work.database));
      kept.forget(); // The next look-up reads the package's own.
      return;
    }
    await work.pause();
    await dropDamaged(work, serving);
    if (building === null) {
      await inTurn(() => serve(work, loaded, serving));
      if (serving.hasLost || serving.table.count !== (await countPapers(work.database))) {
        await repairIndex(work, serving);
      }
    } else {
      await dropDamaged(work, building);
      if (await repairIndex(work, building)) await inTurn(() => serve(work, loaded, building));
    }
    if (!work.signal.aborted) checked = loaded;
  }

  async function serve({ database, signal }: IndexWork, loaded: Loaded, index: LoadedIndex): Promise<void> {
    const { model, version } = index.encoder;
    if (signal.aborted) return;
    if ((await servingVersion(database)) !== version) {
      await serveVersion(database, { version, bytes: fileOf(model) });
    }
    loaded.serving = index;
    loaded.building = null;
  }

  /** Does the background work that is due; settles when none is left. Never fails: it reports. */
  const maintain = createCoalescedRun(settle, async () => {
    try {
      await maintainOnce();
    } catch (error) {
      report('index: background work', error); // The next start of the worker tries again.
    }
    if (!isWorking) return;
    isWorking = false;
    await onWork(false).catch((error: unknown) => report('index: end of background work', error));
  });

  /** Changes papers and rows in one transaction, and then the rows in memory. */
  async function change(
    write: (database: Database, encode: EncodeChange) => Promise<StoredChange>,
  ): Promise<FeedChange> {
    const changed = await inTurn(async () => {
      const [database, indexes] = [await open(), await loadedOrNone()];
      const stored = await write(database, (made) =>
        indexes.flatMap((index) => encodeChange(index, made) ?? []),
      );
      for (const segment of stored.segments) {
        const index = indexes.find(({ encoder }) => encoder.version === segment.version);
        if (index !== undefined) takeIn(index, segment);
      }
      return stored;
    });
    if (changed.segments.length > 0) void maintain();
    return changed;
  }

  async function loadedOrNone(): Promise<readonly LoadedIndex[]> {
    try {
      const { serving, building } = await kept.get();
      return building === null ? [serving] : [serving, building];
    } catch (error) {
      report('index: cannot be loaded', error); // The papers are stored anyway, and later found missing.
      return [];
    }
  }

  return {
    /** The index that answers; loads it when necessary. Errors: `AppError` `storage`, or those of the model. */
    async serving(): Promise<LoadedIndex> {
      const isFirst = !kept.isKept();
      const { serving } = await kept.get();
      if (isFirst) void maintain();
      return serving;
    },

    /** Stores a response and the rows of its papers, all or nothing. Errors: those of `commitFeed`. */
    commit: (commit: FeedCommit): Promise<FeedChange> =>
      change((database, encode) => commitFeed(database, commit, encode)),

    /**
     * Removes papers and their rows until at most `maxPapers` stay: the least worth keeping first, saved ones
     * never. In steps, each all or nothing; after an interruption the next call goes on.
     *
     * Errors: those of `trimFeed`.
     */
    async trim(maxPapers: number): Promise<void> {
      // Most calls find nothing to do and need not load the index.
      if ((await countPapers(await open())) <= maxPapers) return;
      let taken: number;
      do {
        const options = { maxPapers, limit: TRIMMED_PER_STEP };
        const { gone } = await change((database, encode) => trimFeed(database, options, encode));
        taken = gone.length;
      } while (taken === TRIMMED_PER_STEP);
    },

    /** Makes any other change of the feed in the same way. Errors: those of `write`. */
    change,

    /** Forgets the cached feed, in the store and in memory. Errors: `storage`. */
    async clear(): Promise<void> {
      clearing.abort();
      clearing = new AbortController();
      await inTurn(async () => {
        await clearFeed(await open());
        kept.forget();
      });
    },

    maintain,

    /** True while papers are read anew: answers may lack some of them. */
    isCatchingUp: (): boolean => isWorking,
  };
}

/** The bytes of a model's file; `parseModel` makes views of them. */
function fileOf({ vectors }: WordModel): ArrayBuffer {
  return vectors.buffer as ArrayBuffer; // A file is never shared memory.
}
