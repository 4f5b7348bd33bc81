import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArxivId } from '../../../lib/model/arxiv-id';
import { compact } from '../../../lib/model/compact';
import { parseIsoDate } from '../../../lib/model/dates';
import { parseDoi } from '../../../lib/model/doi';
import type { PaperMeta } from '../../../lib/model/page';
import { detectPaper, findSite } from '../../../lib/sites';
import { readMeta } from '../../../lib/sites/meta';
import { personName } from '../../../lib/sites/meta/names';
import { collapseSpace } from '../../../lib/text/plain';
import { dataDir, hasData } from '../../support/data';
import { parsePage } from '../../support/page';

interface ExpectedPage {
  readonly isPaperPage: boolean;
  readonly arxivId?: string;
  readonly requestedId?: string;
  readonly version?: number;
  readonly title?: string | null;
  readonly firstAuthor?: string | null;
  readonly doi?: string | null;
  readonly date?: string;
  readonly primaryCategory?: string;
  readonly categories?: readonly string[];
}

interface RealPage {
  readonly url: string | null;
  readonly file: string;
  readonly site: string;
  readonly pageKind: string;
  readonly expected: ExpectedPage;
}

interface RealUrl {
  readonly url: string;
  readonly expected: {
    readonly isPaper: boolean;
    readonly site: string;
    readonly kind: string;
    readonly arxivId?: string;
    readonly version?: number;
    readonly httpStatus?: number;
  };
}

const folder = resolve(dataDir, 'pages');
const pages = readLines<RealPage>('index.jsonl');
const arxivPages = pages.filter(({ site }) => site === 'arxiv.org');
const otherPages = pages.filter(({ site }) => !site.endsWith('arxiv.org'));

/** Longer than any head: what those rules read stands before, and the longest pages take seconds to parse. */
const MAX_OTHER_CHARS = 200_000;

/** A multi-file HTML submission shows a list of its files at the paper's own URL. */
const ONLY_THE_PAGE_CAN_TELL = new Set(['https://arxiv.org/html/cs/9904010']);

describe.skipIf(!hasData)('arXiv abstract pages', () => {
  const cases = arxivPages
    .filter(({ pageKind }) => pageKind === 'abs')
    .map((page) => [page.url ?? '', page] as const);

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(200);
  });

  it.each(cases)('are read in every part: %s', (url, { file, expected }) => {
    const meta = findSite('arxiv')?.extract(pageIn(file)) ?? null;

    expect(detectPaper(new URL(url))).toMatchObject({
      site: 'arxiv',
      ids: { arxiv: requestedId(expected) },
      view: 'abstract',
    });
    expect(readParts(meta, expected)).toEqual(knownParts(expected));
    expect(meta?.abstract ?? '').not.toBe('');
  });
});

describe.skipIf(!hasData)('other pages of arXiv', () => {
  const cases = arxivPages
    .filter(({ pageKind }) => pageKind !== 'abs')
    .map((page) => [page.url ?? '', page] as const);

  it.each(cases.filter(([, { expected }]) => expected.isPaperPage))(
    'are papers: %s',
    (url, { file, expected }) => {
      const meta = findSite('arxiv')?.extract(pageIn(file, MAX_OTHER_CHARS)) ?? null;

      expect(detectPaper(new URL(url))?.ids.arxiv).toBe(expected.arxivId);
      // Where somebody said what LaTeXML's page holds; what authors wrote in HTML themselves is not read.
      expect([meta?.title, meta?.authors[0]]).toEqual([
        expected.title ?? undefined,
        expected.firstAuthor ?? undefined,
      ]);
    },
  );

  it.each(cases.filter(([, { expected }]) => !expected.isPaperPage))('name no paper: %s', (_, { file }) => {
    expect(findSite('arxiv')?.extract(pageIn(file, MAX_OTHER_CHARS))).toBeNull();
  });
});

describe.skipIf(!hasData)('ar5iv pages', () => {
  const cases = pages
    .filter(({ site }) => site.startsWith('ar5iv'))
    .map((page) => [page.url ?? '', page] as const);

  it.each(cases)('are read: %s', (url, { file, expected }) => {
    const meta = findSite('ar5iv')?.extract(pageIn(file, MAX_OTHER_CHARS)) ?? null;

    expect(detectPaper(new URL(url))).toEqual({
      site: 'ar5iv',
      ids: { arxiv: expected.arxivId },
      view: 'html',
    });
    expect(meta?.title).toBe(expected.title);
    expect(meta?.abstract?.length ?? 0).toBeGreaterThan(200);
    expect(meta?.authors.length ?? 0).toBeGreaterThan(1);
  });
});

describe.skipIf(!hasData)('URLs of arXiv, ar5iv and Hugging Face', () => {
  const ours = new Set(['arxiv.org', 'ar5iv', 'huggingface']);
  const rows = readLines<RealUrl>('urls.jsonl');
  const cases = rows
    .filter(({ expected }) => ours.has(expected.site))
    .map(({ url, expected }) => [url, expected] as const);

  it.each(cases.filter(([, { isPaper }]) => isPaper))('are papers: %s', (url, expected) => {
    const ref = detectPaper(new URL(url));

    expect(ref?.ids.arxiv).toBe(expected.arxivId);
    expect(ref?.version).toBe(expected.version);
  });

  // An id that nobody was given looks like any other: there the page says that it is none.
  const others = cases.filter(
    ([url, { isPaper, httpStatus }]) =>
      !isPaper && !isErrorOnlyThePageTells(url, httpStatus) && !ONLY_THE_PAGE_CAN_TELL.has(url),
  );

  it.each(others)('are no papers: %s', (url) => {
    expect(detectPaper(new URL(url))).toBeNull();
  });

  it('of other sites are nobody’s papers', () => {
    const wrong = rows
      .filter(({ url, expected }) => !ours.has(expected.site) && URL.canParse(url))
      .filter(({ url }) => detectPaper(new URL(url)) !== null);

    expect(wrong).toEqual([]);
  });
});

describe.skipIf(!hasData)('the generic reader on pages of other sites', () => {
  const results = otherPages.map(({ file, expected }) => ({
    expected,
    meta: readMeta(pageIn(file, MAX_OTHER_CHARS)),
  }));

  it('reads no paper out of pages that are none', () => {
    expect(results.filter(({ expected, meta }) => !expected.isPaperPage && meta !== null)).toEqual([]);
  });

  it('is never wrong, and finds what machine-readable tags say', () => {
    const papers = results.filter(({ expected }) => expected.isPaperPage);
    const table = {
      title: tally(
        papers.map(({ meta, expected }) => [meta?.title, expected.title && collapseSpace(expected.title)]),
      ),
      doi: tally(papers.map(({ meta, expected }) => [meta?.ids.doi, expected.doi && parseDoi(expected.doi)])),
      firstAuthor: tally(
        papers.map(({ meta, expected }) => [
          meta?.authors[0],
          expected.firstAuthor && personName(expected.firstAuthor),
        ]),
      ),
    };
    process.stdout.write(`${JSON.stringify(table)}\n`);

    expect(Object.values(table).map(({ wrong }) => wrong)).toEqual([0, 0, 0]);
    // The missing ones are on pages without such tags (old PubMed, ScienceDirect …), which need their own adapter.
    expect(table.title.right).toBeGreaterThanOrEqual(108);
    expect(table.doi.right).toBeGreaterThanOrEqual(64);
    expect(table.firstAuthor.right).toBeGreaterThanOrEqual(106);
  });
});

function readLines<T>(file: string): readonly T[] {
  if (!hasData) return [];
  const lines = readFileSync(resolve(folder, file), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as T); // Test data with a documented shape.
}

function pageIn(file: string, maxChars = Infinity): Document {
  return parsePage(readFileSync(resolve(folder, file), 'utf8').slice(0, maxChars));
}

/** One rendered page shows another paper than its URL asked for. */
function requestedId({ requestedId: requested, arxivId }: ExpectedPage): string | undefined {
  return parseArxivId(requested ?? '')?.id ?? arxivId;
}

/** The parts that somebody wrote down for a page, in the form that we give them. */
function knownParts({ arxivId, version, title, firstAuthor, date, doi, categories }: ExpectedPage) {
  return compact({
    arxiv: arxivId,
    version,
    title: typeof title === 'string' ? collapseSpace(title) : undefined,
    firstAuthor: typeof firstAuthor === 'string' ? personName(firstAuthor) : undefined,
    publishedOn: parseIsoDate(date ?? '') ?? undefined,
    doi: parseDoi(doi ?? '') ?? undefined,
    categories: categories === undefined ? undefined : primaryFirst(categories),
  });
}

/** The same parts as read; those that nobody wrote down are left out, except a DOI that should not be there. */
function readParts(meta: PaperMeta | null, expected: ExpectedPage) {
  const read = {
    ...meta,
    arxiv: meta?.ids.arxiv,
    doi: meta?.ids.doi,
    firstAuthor: meta?.authors[0],
    categories: primaryFirst(meta?.categories ?? []),
  };
  const known = ['doi', ...Object.keys(knownParts(expected))];
  return compact(Object.fromEntries(Object.entries(read).filter(([part]) => known.includes(part))));
}

/** Archives that have become categories: pages of their papers show today's name. */
const TODAY: Readonly<Record<string, string>> = {
  'acc-phys': 'physics.acc-ph',
  'adap-org': 'nlin.AO',
  'alg-geom': 'math.AG',
  'ao-sci': 'physics.ao-ph',
  'atom-ph': 'physics.atom-ph',
  'funct-an': 'math.FA',
};

/** Pages sort all but the first by themselves. */
function primaryFirst(categories: readonly string[]): readonly string[] {
  const [primary, ...others] = categories.map((category) => TODAY[category] ?? category);
  return primary === undefined ? [] : [primary, ...others.toSorted()];
}

function isErrorOnlyThePageTells(url: string, httpStatus = 200): boolean {
  return httpStatus >= 400 && /\/(?:abs|html)\//.test(url);
}

function tally(pairs: readonly (readonly [string | undefined, string | null | undefined])[]) {
  const known = pairs.filter(([, expected]) => typeof expected === 'string' && expected !== '');
  return {
    right: known.filter(([actual, expected]) => actual === expected).length,
    wrong: known.filter(([actual, expected]) => actual !== undefined && actual !== expected).length,
    missing: known.filter(([actual]) => actual === undefined).length,
  };
}
