import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArxivId } from '../../../lib/model/paper/arxiv-id';
import { compact } from '../../../lib/model/compact';
import { parseIsoDate } from '../../../lib/model/dates';
import { parseDoi } from '../../../lib/model/paper/doi';
import type { PaperMeta } from '../../../lib/model/paper/page';
import { sites } from '../../../lib/sites';
import { classifyUrl } from '../../../lib/sites/urls/classify-url';
import { readPage } from '../../../lib/sites/pages/read-page';
import { personName } from '../../../lib/sites/meta/names';
import { collapseSpace } from '../../../lib/text/plain';
import { judgeIndex } from '../../../tools/eval-sites/judge-index';
import type { FieldName } from '../../../tools/eval-sites/judge';
import type { Judged } from '../../../tools/eval-sites/report';
import { todaysCategory } from '../../../tools/eval-sites/todays-category';
import { dataDir, hasData } from '../../support/repository';
import { parsePage } from '../../support/sites/page';

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

const folder = resolve(dataDir, 'pages');
const pages = readLines<RealPage>('index.jsonl');
const arxivPages = pages.filter(({ site }) => site === 'arxiv.org');

const refOf = (url: string) => classifyUrl(new URL(url), sites)?.ref;
const paperOf = (url: string) => {
  const found = classifyUrl(new URL(url), sites);
  return found?.kind === 'paper' ? found.ref : null;
};

/** Longer than any head: what those rules read stands before, and the longest pages take seconds to parse. */
const MAX_OTHER_CHARS = 200_000;

describe.skipIf(!hasData)('arXiv abstract pages', () => {
  const cases = arxivPages
    .filter(({ pageKind }) => pageKind === 'abs')
    .map((page) => [page.url ?? '', page] as const);

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(200);
  });

  it.each(cases)('are read in every part: %s', (url, { file, expected }) => {
    const meta = readPage(pageIn(file), { id: 'arxiv' });

    expect(paperOf(url)).toMatchObject({
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
      const meta = readPage(pageIn(file, MAX_OTHER_CHARS), { id: 'arxiv' });

      expect(refOf(url)?.ids.arxiv).toBe(expected.arxivId);
      // Where somebody said what LaTeXML's page holds; what authors wrote in HTML themselves is not read.
      expect([meta?.title, meta?.authors[0]]).toEqual([
        expected.title ?? undefined,
        expected.firstAuthor ?? undefined,
      ]);
    },
  );

  it.each(cases.filter(([, { expected }]) => !expected.isPaperPage))('name no paper: %s', (_, { file }) => {
    expect(readPage(pageIn(file, MAX_OTHER_CHARS), { id: 'arxiv' })).toBeNull();
  });
});

describe.skipIf(!hasData)('ar5iv pages', () => {
  const cases = pages
    .filter(({ site }) => site.startsWith('ar5iv'))
    .map((page) => [page.url ?? '', page] as const);

  it.each(cases)('are read: %s', (url, { file, expected }) => {
    const meta = readPage(pageIn(file, MAX_OTHER_CHARS), { id: 'ar5iv' });

    expect(paperOf(url)).toEqual({
      site: 'ar5iv',
      ids: { arxiv: expected.arxivId },
      view: 'html',
    });
    expect(meta?.title).toBe(expected.title);
    expect(meta?.abstract?.length ?? 0).toBeGreaterThan(200);
    expect(meta?.authors.length ?? 0).toBeGreaterThan(1);
  });
});

describe.skipIf(!hasData)('the URLs', () => {
  const judged = hasData ? judgeIndex(resolve(folder, 'urls.jsonl')) : [];
  const shares = sharesOf(judged);

  it('give no false positive', () => {
    expect(judged.filter(isFalsePositive).map(({ row }) => row.url)).toEqual([]);
  });

  it('are nearly all read right, and no id wrong', () => {
    expect(shares.isPaper).toBeGreaterThanOrEqual(0.99);
    expect(shares.arxivId).toBe(1);
    expect(judged.filter(({ fields }) => fields.doi.verdict === 'wrong')).toEqual([]);
  });
});

describe.skipIf(!hasData)('the pages', () => {
  const judged = hasData ? judgeIndex(resolve(folder, 'index.jsonl')) : [];
  const shares = sharesOf(judged);

  it('give no false positive', () => {
    expect(judged.filter(isFalsePositive).map(({ row }) => row.url)).toEqual([]);
  });

  it('are read as right as promised', () => {
    expect(shares.arxivId).toBe(1);
    expect(shares.title).toBeGreaterThanOrEqual(0.98);
    expect(shares.doi).toBeGreaterThanOrEqual(0.98);
    expect(shares.firstAuthor).toBeGreaterThanOrEqual(0.97);
  });
});

function isFalsePositive({ fields }: Judged): boolean {
  return fields.isPaper.verdict === 'wrong';
}

/** Right among the known, of each part. */
function sharesOf(judged: readonly Judged[]) {
  const counted = judged.filter(({ isCounted }) => isCounted);
  const shareOf = (name: FieldName): number => {
    const verdicts = counted.map(({ fields }) => fields[name].verdict);
    const known = verdicts.filter((verdict) => ['right', 'wrong', 'missing'].includes(verdict));
    return known.filter((verdict) => verdict === 'right').length / known.length;
  };
  return {
    isPaper: shareOf('isPaper'),
    arxivId: shareOf('arxivId'),
    title: shareOf('title'),
    doi: shareOf('doi'),
    firstAuthor: shareOf('firstAuthor'),
  };
}

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

/** Pages sort all but the first by themselves. */
function primaryFirst(categories: readonly string[]): readonly string[] {
  const [primary, ...others] = categories.map(todaysCategory);
  return primary === undefined ? [] : [primary, ...others.toSorted()];
}
