import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArxivId, parseDoi } from '../../../lib/model/paper/ids';
import { compact } from '../../../lib/model/compact';
import { parseIsoDate } from '../../../lib/model/dates';
import type { PaperMeta } from '../../../lib/model/paper/page';
import { sites } from '../../../lib/sites';
import { classifyUrl } from '../../../lib/sites/urls/classify-url';
import { readPage } from '../../../lib/sites/pages/read-page';
import { personName } from '../../../lib/sites/meta/names';
import { collapseSpace } from '../../../lib/text/plain';
import { type Expected, type FieldName, type Row, todaysCategory } from '../../../tools/eval-sites/judge';
import { judgeIndex } from '../../../tools/eval-sites/judge-index';
import type { Judged } from '../../../tools/eval-sites/report';
import { dataDir, hasData } from '../../support/repository';
import { parsePage } from '../../support/sites/page';

const folder = resolve(dataDir, 'pages');
const judgedIn = (index: string) => (hasData ? judgeIndex(resolve(folder, index)) : []);
const pages = judgedIn('index.jsonl');
const urls = judgedIn('urls.jsonl');
const pagesOf = (isMeant: (row: Row) => boolean) =>
  pages.filter(({ row }) => isMeant(row)).map((page) => [page.row.url ?? '', page] as const);

/** Longer than any head: what those rules read stands before, and the longest pages take seconds to parse. */
const MAX_OTHER_CHARS = 200_000;

describe.skipIf(!hasData)('arXiv abstract pages', () => {
  const cases = pagesOf(({ site, pageKind }) => site === 'arxiv.org' && pageKind === 'abs');

  it('are there', () => {
    expect(cases.length).toBeGreaterThan(200);
  });

  it.each(cases)('are read in every part: %s', (url, { row: { expected }, finding: { ref, meta } }) => {
    // One rendered page shows another paper than its URL asked for.
    const arxiv = parseArxivId(expected.requestedId ?? '')?.id ?? expected.arxivId;
    expect(classifyUrl(new URL(url), sites)?.kind).toBe('paper');
    expect(ref).toMatchObject({ site: 'arxiv', ids: { arxiv }, view: 'abstract' });
    expect(readParts(meta, expected)).toEqual(knownParts(expected));
    expect(meta?.abstract ?? '').not.toBe('');
  });
});

describe.skipIf(!hasData)('other pages of arXiv', () => {
  const cases = pagesOf(({ site, pageKind }) => site === 'arxiv.org' && pageKind !== 'abs');

  it.each(cases.filter(([, { row }]) => row.expected.isPaperPage))(
    'are papers: %s',
    (_, { row: { expected }, finding: { ref, meta } }) => {
      expect(ref?.ids.arxiv).toBe(expected.arxivId);
      // Where somebody said what LaTeXML's page holds; what authors wrote in HTML themselves is not read.
      expect([meta?.title, meta?.authors[0]]).toEqual([
        expected.title ?? undefined,
        expected.firstAuthor ?? undefined,
      ]);
    },
  );

  it.each(cases.filter(([, { row }]) => !row.expected.isPaperPage))('name no paper: %s', (_, { row }) => {
    const html = readFileSync(resolve(folder, row.file ?? ''), 'utf8').slice(0, MAX_OTHER_CHARS);
    expect(readPage(parsePage(html), { id: 'arxiv' })).toBeNull();
  });
});

describe.skipIf(!hasData)('ar5iv pages', () => {
  it.each(pagesOf(({ site = '' }) => site.startsWith('ar5iv')))(
    'are read: %s',
    (_, { row: { expected }, finding: { ref, meta } }) => {
      expect(ref).toEqual({ site: 'ar5iv', ids: { arxiv: expected.arxivId }, view: 'html' });
      expect(meta?.title).toBe(expected.title);
      expect(meta?.abstract?.length ?? 0).toBeGreaterThan(200);
      expect(meta?.authors.length ?? 0).toBeGreaterThan(1);
    },
  );
});

describe.skipIf(!hasData)('all recordings', () => {
  it.each([
    ['URLs', urls],
    ['pages', pages],
  ])('give no false positive: %s', (_, judged) => {
    const wrong = judged.filter(({ fields }) => fields.isPaper.verdict === 'wrong');
    expect(wrong.map(({ row }) => row.url)).toEqual([]);
  });

  it('have nearly all URLs read right, and no id wrong', () => {
    expect(shareOf('isPaper', urls)).toBeGreaterThanOrEqual(0.99);
    expect(shareOf('arxivId', urls)).toBe(1);
    expect(urls.filter(({ fields }) => fields.doi.verdict === 'wrong')).toEqual([]);
  });

  it('have the pages read as right as promised', () => {
    expect(shareOf('arxivId', pages)).toBe(1);
    expect(shareOf('title', pages)).toBeGreaterThanOrEqual(0.98);
    expect(shareOf('doi', pages)).toBeGreaterThanOrEqual(0.98);
    expect(shareOf('firstAuthor', pages)).toBeGreaterThanOrEqual(0.97);
  });
});

/** Right among the known. */
function shareOf(name: FieldName, judged: readonly Judged[]): number {
  const verdicts = judged.filter(({ isCounted }) => isCounted).map(({ fields }) => fields[name].verdict);
  const known = verdicts.filter((verdict) => ['right', 'wrong', 'missing'].includes(verdict));
  return known.filter((verdict) => verdict === 'right').length / known.length;
}

/** The parts that somebody wrote down for a page, in the form that we give them. */
function knownParts({ arxivId, version, title, firstAuthor, date, doi, categories }: Expected) {
  return compact({
    arxiv: arxivId ?? undefined,
    version: version ?? undefined,
    title: typeof title === 'string' ? collapseSpace(title) : undefined,
    firstAuthor: typeof firstAuthor === 'string' ? personName(firstAuthor) : undefined,
    publishedOn: parseIsoDate(date ?? '') ?? undefined,
    doi: parseDoi(doi ?? '') ?? undefined,
    categories: categories === undefined ? undefined : primaryFirst(categories),
  });
}

/** The same parts as read; those that nobody wrote down are left out, except a DOI that should not be there. */
function readParts(meta: PaperMeta | null, expected: Expected) {
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
