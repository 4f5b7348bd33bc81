import {
  clearFeed,
  commitFeed,
  type EncodeChange,
  type FeedChange,
  type FeedCommit,
  type StoredChange,
} from '../../db/feed';
import type { Database, OpenDatabase } from '../../db/open';
import { forgetModel, serveVersion, servingVersion } from '../../db/segments';
import { trimFeed, type TrimOptions } from '../../db/trim';
import { countPapers } from '../../db/transactions';
import { report } from '../../log';
import { isWholeModel } from '../../related/model/model-file';
import type { WordModel } from '../../related/model/word-model';
import { type EncoderSources, type Loaded, loadFeedIndex } from './load';
import { mergeOnce } from './merge';
import { dropDamaged, type IndexWork, repairIndex } from './repair';
import { encodeChange, type LoadedIndex, takeIn } from './loaded-index';
import { createOneAtATime } from '../worker/one-at-a-time';

export interface FeedIndexOptions extends EncoderSources {
  readonly open: OpenDatabase;
  /** Lets messages in between two pieces of background work. */
  readonly pause: () => Promise<void>;
  /** Waits before background work begins, so that the answer that started the worker comes first. */
  readonly settle: () => Promise<void>;
  /** Says before each step of long work that it goes on (true), and when it is over (false). */
  readonly onWork: (isGoingOn: boolean) => Promise<void>;
  /**
   * Called before papers are read anew that have no abstract: the package may have rows of them, which are
   * loaded then. @default nothing
   */
  readonly beforeTitles?: () => Promise<void>;
  /** Papers read anew as one step; test seam. @default 500, half a second's work */
  readonly papersPerStep_?: number;
}

const PAPERS_PER_STEP = 500;

export type FeedIndex = ReturnType<typeof createFeedIndex>;

/**
 * The papers of the feed as rows in memory and in the store, kept in step with each other.
 *
 * Every commit writes papers and rows in one transaction. What can still go apart (damaged segments, a new
 * model, a database of an older version) is found and mended in the background, in steps.
 */
export function createFeedIndex(options: FeedIndexOptions) {
  const { open, pause, settle, onWork, papersPerStep_: papersPerStep = PAPERS_PER_STEP } = options;
  const oneAtATime = createOneAtATime();
  let loading: Promise<Loaded> | null = null;
  let maintaining: Promise<void> | null = null;
  /** What was loaded and then looked through for damage: once is enough. */
  let checked: Loaded | null = null;
  let isDue = false;
  let isWorking = false;
  let clearing = new AbortController();

  const ready = (): Promise<Loaded> => {
    if (loading === null) {
      const started = open().then((database) => loadFeedIndex(database, options));
      loading = started;
      started.catch(() => {
        // The callers get the error; the next call tries again.
        if (loading === started) loading = null;
      });
    }
    return loading;
  };

  async function maintainOnce(): Promise<void> {
    const { signal } = clearing;
    const [database, loaded] = [await open(), await ready()];
    const onStep = async (): Promise<void> => {
      isWorking = true;
      await onWork(true);
    };
    const beforeTitles = options.beforeTitles ?? (async () => undefined);
    const work: IndexWork = { database, oneAtATime, pause, signal, onStep, beforeTitles, papersPerStep };
    if (checked !== loaded) await check(work, loaded);
    for (let isMerged = true; isMerged && !signal.aborted;) {
      await pause();
      isMerged = await oneAtATime(async () => !signal.aborted && mergeOnce(database, loaded.serving));
    }
  }

  /** Finds and mends whatever went apart. */
  async function check(work: IndexWork, loaded: Loaded): Promise<void> {
    const { serving, building } = loaded;
    const { model } = serving.encoder;
    if (!isWholeModel(fileOf(model), model.header)) {
      report('index: the stored model is damaged', new Error(model.header.version));
      await oneAtATime(() => forgetModel(work.database));
      loading = null; // The next look-up reads the package's own.
      return;
    }
    await work.pause();
    await dropDamaged(work, serving);
    if (building === null) {
      await oneAtATime(() => serve(work, loaded, serving));
      if (serving.hasLost || serving.table.count !== (await countPapers(work.database))) {
        await repairIndex(work, serving);
      }
    } else {
      await dropDamaged(work, building);
      if (await repairIndex(work, building)) await oneAtATime(() => serve(work, loaded, building));
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

  async function maintainWhileDue(): Promise<void> {
    try {
      while (isDue) {
        await settle();
        isDue = false;
        await maintainOnce();
      }
    } catch (error) {
      report('index: background work', error); // The next start of the worker goes on with it.
    }
    maintaining = null;
    if (!isWorking) return;
    isWorking = false;
    await onWork(false).catch((error: unknown) => report('index: end of background work', error));
  }

  /** Does the background work that is due; settles when there is none left. Never fails: it reports. */
  function maintain(): Promise<void> {
    isDue = true;
    maintaining ??= maintainWhileDue();
    return maintaining;
  }

  /** Changes papers and rows in one transaction, and then the rows in memory. */
  async function change(
    write: (database: Database, encode: EncodeChange) => Promise<StoredChange>,
  ): Promise<FeedChange> {
    const changed = await oneAtATime(async () => {
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
      const { serving, building } = await ready();
      return building === null ? [serving] : [serving, building];
    } catch (error) {
      report('index: cannot be loaded', error); // The papers are stored all the same, and found missing later.
      return [];
    }
  }

  return {
    /** The index that answers, loaded when it is not. Errors: `AppError` `storage`, or that of the model. */
    async serving(): Promise<LoadedIndex> {
      const isFirst = loading === null;
      const { serving } = await ready();
      if (isFirst) void maintain();
      return serving;
    },

    /** Stores a response and the rows of its papers, all or nothing. Errors: those of `commitFeed`. */
    commit: (commit: FeedCommit): Promise<FeedChange> =>
      change((database, encode) => commitFeed(database, commit, encode)),

    /** Takes papers and their rows out, one step, all or nothing. Errors: those of `trimFeed`. */
    trim: (options: TrimOptions): Promise<FeedChange> =>
      change((database, encode) => trimFeed(database, options, encode)),

    /** Another change of the feed, in the same way. Errors: those of `write`. */
    change,

    /** Forgets the cached feed, in the store and in memory. Errors: `storage`. */
    async clear(): Promise<void> {
      clearing.abort();
      clearing = new AbortController();
      await oneAtATime(async () => {
        await clearFeed(await open());
        loading = null;
      });
    },

    maintain,

    /** True while papers are read anew: answers may lack some. */
    isCatchingUp: (): boolean => isWorking,
  };
}

/** The bytes of a model's file, of which `parseModel` makes views. */
function fileOf({ vectors }: WordModel): ArrayBuffer {
  return vectors.buffer as ArrayBuffer; // A file is never shared memory.
}
