import { rmSync } from 'node:fs';
import type { StoredPaper } from '../../../lib/db/schema';
import { RELATED_LIMIT } from '../../../lib/model/related';
import { type ChromiumWithExtension, copyWithoutStarter, launchChromium } from '../../browser/chromium';
import { askRelated, type BenchQuery, startWorker, waitForIndex } from '../ask-worker';
import { fillFeed } from './fill-feed';
import { type PlainPaper, timeMiniSearch } from './minisearch';
import { benchPapers } from './papers';
import { timeSegmentLoad } from './segment-load';
import { at, type Figure, percentiles } from '../figures';
import { attachToWorker } from './worker-session';

/** Nothing listens there, so no request leaves the machine. */
const NOWHERE_PORT = 9;
/** A page of the extension that asks the worker nothing. */
const QUIET_PAGE = 'manifest.json';
/** Far beyond any budget. */
const BUILD_TIMEOUT_MS = 20 * 60_000;
/** Few, as each MiniSearch run takes half a second to a minute. */
const MINISEARCH_RUNS = 9;
/** With more papers its JSON (1.5 KB a paper) is too long for one DevTools message. */
const MINISEARCH_PAPERS = 10_000;
/** By then the welcome page is open. */
const WELCOME_MS = 2000;
/** By then the worker has done what follows its start. */
const SETTLE_MS = 5000;
const MB = 1_000_000;

/** What a round runs on. */
interface RoundOptions {
  /** Folder with `related/corpus.jsonl.gz`; without one papers are made up. */
  readonly dataDir: string | undefined;
  /** Look-ups of each kind. */
  readonly runs: number;
  /** The unpacked extension. */
  readonly extensionDir: string;
}

/** One feed size, from an empty profile to its figures. */
export async function benchSize(size: number, options: RoundOptions): Promise<readonly Figure[]> {
  const { runs, dataDir } = options;
  const extensionDir = copyWithoutStarter(options.extensionDir);
  const browser = await launchChromium({ extensionDir, replayPort: NOWHERE_PORT });
  try {
    const page = await browser.openExtensionPage(QUIET_PAGE);
    await closeOthers(page);
    await page.waitForTimeout(SETTLE_MS); // The worker makes the database, finds no papers, and its first sync fails.
    const taken = sampler(size, runs * 2 + MINISEARCH_RUNS);
    await fillFeed(page, taken.tap(benchPapers(dataDir)), size);
    const [cold, warm] = [taken.queries.slice(0, runs), taken.queries.slice(runs, runs * 2)];

    const builtMs = await timeBuild(browser, page, cold, size);
    const load = await timeSegmentLoad(browser, page, runs);
    const lookUps = await timeLookUps(browser, page, cold, warm, size);
    const memory = await measureMemory(browser);
    const figures = [
      {
        what: 'index: papers read, stored and merged in the background',
        value: `${(builtMs / 1000).toFixed(1)} s`,
      },
      {
        what: `segments: ${load.megabytes.toFixed(1)} MB read from the store, worker just started`,
        value: percentiles(load.times),
      },
      { what: 'look-up, worker stopped (its start included)', value: percentiles(lookUps.stopped) },
      wanted('look-up, worker just started', percentiles(lookUps.cold), size, '100 ms', '100 ms'),
      { what: '  of it inside the worker', value: percentiles(lookUps.coldInside) },
      wanted('look-up, warm', percentiles(lookUps.warm), size, '20 ms', '35 ms'),
      { what: '  of it inside the worker', value: percentiles(lookUps.warmInside) },
      { what: 'look-up, warm, with the reasons of all papers', value: percentiles(lookUps.whole) },
      wanted('memory of the worker', memory, size, 'none', '120 MB, aim 60'),
    ];
    return [...figures, ...(await compare(browser, page, taken, at(lookUps.coldInside, 0.5)))];
  } finally {
    await browser.close();
    rmSync(extensionDir, { recursive: true });
  }
}

/** The welcome page keeps asking the worker for the state of the feed. */
async function closeOthers(page: Page): Promise<void> {
  await page.waitForTimeout(WELCOME_MS);
  await Promise.all(
    page
      .context()
      .pages()
      .filter((other) => other !== page)
      .map((other) => other.close()),
  );
}

type Page = Awaited<ReturnType<ChromiumWithExtension['openExtensionPage']>>;

function wanted(what: string, value: string, size: number, small: string, large: string): Figure {
  return { what, value, wanted: size > 10_000 ? large : small };
}

async function timeBuild(
  browser: ChromiumWithExtension,
  page: Page,
  queries: readonly BenchQuery[],
  size: number,
) {
  await browser.stopWorker();
  const [query] = queries;
  if (query === undefined) throw new Error('The benchmark has no query.');
  const startedMs = Date.now();
  await waitForIndex(page, query, size, BUILD_TIMEOUT_MS);
  return Date.now() - startedMs;
}

async function timeLookUps(
  browser: ChromiumWithExtension,
  page: Page,
  coldQueries: readonly BenchQuery[],
  warmQueries: readonly BenchQuery[],
  size: number,
) {
  const [stopped, cold, coldInside]: [number[], number[], number[]] = [[], [], []];
  const [warm, warmInside, whole]: [number[], number[], number[]] = [[], [], []];
  for (const query of coldQueries) {
    await browser.stopWorker();
    stopped.push((await askRelated(page, query)).ms);
    await browser.stopWorker();
    await startWorker(page);
    cold.push((await askRelated(page, query)).ms);
    coldInside.push(await lastFindMs(browser));
  }
  await page.waitForTimeout(SETTLE_MS);
  for (const query of warmQueries) {
    const answer = await askRelated(page, query);
    if (answer.feedSize !== size || answer.items === 0)
      throw new Error(`A look-up gave ${JSON.stringify(answer)}.`);
    warm.push(answer.ms);
    warmInside.push(await lastFindMs(browser));
    whole.push((await askRelated(page, query, RELATED_LIMIT)).ms);
  }
  return { stopped, cold, coldInside, warm, warmInside, whole };
}

async function lastFindMs({ context, extensionId }: ChromiumWithExtension): Promise<number> {
  const worker = await attachToWorker(context, extensionId);
  const ms = await worker.lastFindMs();
  await worker.detach();
  return ms;
}

async function measureMemory({ context, extensionId }: ChromiumWithExtension): Promise<string> {
  const worker = await attachToWorker(context, extensionId);
  const { usedSize, backingStorageSize } = await worker.heapUsage();
  await worker.detach();
  const [heap, arrays] = [usedSize / MB, backingStorageSize / MB];
  return `${(heap + arrays).toFixed(1)} MB (heap ${heap.toFixed(1)}, arrays ${arrays.toFixed(1)})`;
}

async function compare(
  browser: ChromiumWithExtension,
  page: Page,
  { plain, queries }: ReturnType<typeof sampler>,
  oursMs: number,
): Promise<readonly Figure[]> {
  const times = await timeMiniSearch(browser, page, plain, queries.slice(-MINISEARCH_RUNS));
  const what = `MiniSearch: ${plain.length} papers from its stored JSON and one title`;
  const ratio = at(times, 0.5) / oursMs;
  return [
    { what, value: percentiles(times) },
    {
      what: 'the same against our look-up, worker just started, both inside it',
      value: `${ratio.toFixed(1)} times`,
      wanted: '8 at 10,000, aim 20',
    },
  ];
}

/** Keeps some of the passing papers, as queries and for MiniSearch. */
function sampler(size: number, count: number) {
  const [queries, plain]: [BenchQuery[], PlainPaper[]] = [[], []];
  const every = Math.max(1, Math.floor(size / count));
  return {
    queries,
    plain,
    async *tap(papers: AsyncIterable<StoredPaper>): AsyncGenerator<StoredPaper> {
      let number = 0;
      for await (const paper of papers) {
        const { key, ids, title, abstract = '', authors } = paper;
        if (number++ % every === 0) queries.push({ ids, title, abstract, authors });
        if (plain.length < MINISEARCH_PAPERS) plain.push({ key, title, abstract });
        yield paper;
      }
    },
  };
}
