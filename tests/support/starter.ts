import type { StarterStep } from '../../lib/db/starter';
import { startOfDayMs } from '../../lib/model/dates';
import type { TextRow } from '../../lib/related/segments/segment-row';
import type { StarterFeed, StarterPaper } from '../../lib/starter/papers-file';
import type { StarterRows } from '../../lib/starter/rows-file';
import { arxivId, day } from './builders';
import { gzipSync } from 'node:zlib';
import { createPackagedStarter, type PackagedStarter } from '../../lib/services/index/packaged';
import { formatStarterPapers } from '../../lib/starter/papers-file';
import { packStarterRows } from '../../lib/starter/rows-file';

/** A paper of a starter feed; `number` tells papers apart. */
export function starterPaper(number: number, overrides: Partial<StarterPaper['facts']> = {}): StarterPaper {
  return {
    listedOn: day('2026-06-09'),
    facts: {
      ids: { arxiv: arxivId(`2606.${String(number).padStart(5, '0')}`) },
      title: `Starter paper ${number} about coding agents`,
      authors: [],
      authorCount: 3,
      publishedOn: day('2026-06-08'),
      categories: [],
      keywords: ['coding agents'],
      upvotes: 100 - number,
      comments: 2,
      ...overrides,
    },
  };
}

/** A starter feed of this many papers, or of these. */
export function starterFeed(papers: number | readonly StarterPaper[] = 3): StarterFeed & {
  readonly papers: readonly StarterPaper[];
} {
  const all =
    typeof papers === 'number'
      ? Array.from({ length: papers }, (_, index) => starterPaper(index + 1))
      : papers;
  return {
    date: day('2026-06-09'),
    from: day('2026-06-08'),
    origin: 'made-up responses',
    licence: 'none',
    count: all.length,
    slice: (start, end) => all.slice(start, end),
    papers: all,
  };
}

/** A step that stores the starter papers of these numbers, of three in all. */
export function starterStep(...numbers: readonly number[]): StarterStep {
  return {
    source: 'hf-daily',
    records: numbers.map((number) => ({
      facts: starterPaper(number).facts,
      edition: day('2026-06-09'),
      provenance: { source: 'hf-daily', fetchedAtMs: 1, link: 'https://example.org/', isStarter: true },
    })),
    addedAtMs: startOfDayMs,
    progress: { id: 'starter', date: day('2026-06-09'), origin: 'made up', done: numbers.length, total: 3 },
  };
}

/** A row made from title and abstract. */
export function textRow(overrides: Partial<TextRow> = {}): TextRow {
  return {
    vector: Int8Array.from({ length: 16 }, (_, position) => (position - 8) * 4),
    words: Uint16Array.of(3, 3, 9, 700, 65_535),
    topics: Uint32Array.of(4_294_967_295, 7),
    ...overrides,
  };
}

const gzip = (content: string | Uint8Array): ArrayBuffer => Uint8Array.from(gzipSync(content)).buffer;

/** The files of a starter feed, as the package has them; those that are null are missing. */
export function starterFiles(
  feed: ReturnType<typeof starterFeed> | null,
  rows: StarterRows | null,
): Readonly<Record<string, ArrayBuffer | null>> {
  return {
    'starter/papers.bin': feed === null ? null : gzip(formatStarterPapers(feed)),
    'starter/rows.bin': rows === null ? null : gzip(packStarterRows(rows)),
  };
}

/** A package with this starter feed. Files that are null are missing. */
export function packagedStarter(
  feed: ReturnType<typeof starterFeed> | null,
  rows: StarterRows | null,
): PackagedStarter & { readonly read: readonly string[] } {
  const files = starterFiles(feed, rows);
  const read: string[] = [];
  const packaged = createPackagedStarter(async (path) => {
    read.push(path);
    const file = files[path];
    if (file === null || file === undefined) throw new Error(`The package has no ${path}.`);
    return file;
  });
  return { ...packaged, read };
}
