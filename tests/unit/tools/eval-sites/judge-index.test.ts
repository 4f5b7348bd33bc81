import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgeIndex } from '../../../../tools/eval-sites/judge-index';
import { reportLines } from '../../../../tools/eval-sites/report';

const TAGS =
  '<title>Small Maps</title><meta name="citation_title" content="Small Maps">' +
  '<meta name="citation_author" content="Bellamy, Ada"><meta name="citation_doi" content="10.1000/182">';
const KNOWN = { isPaperPage: true, title: 'Small Maps', firstAuthor: 'Ada Bellamy', doi: '10.1000/182' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperkin-eval-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function judged(...rows: readonly object[]) {
  writeFileSync(join(folder, 'paper.html'), `<html><head>${TAGS}</head></html>`);
  writeFileSync(join(folder, 'bot-check.html'), '<title>Just a moment...</title>');
  const index = join(folder, 'index.jsonl');
  writeFileSync(index, rows.map((row) => JSON.stringify(row)).join('\n') + '\n');
  return judgeIndex(index);
}

const PAGE = { file: 'paper.html', expected: KNOWN };

describe('judgeIndex', () => {
  it.each([
    ['a page of a listed site', { ...PAGE, url: 'https://www.mdpi.com/1420-3049/23/10/2454' }, 'mdpi'],
    ['a page of another site, which declares itself', { ...PAGE, url: 'https://example.org/a/1' }, null],
    [
      'a page of which only the path is known',
      { ...PAGE, url: '/articles/44753', site: 'elifesciences.org' },
      'elife',
    ],
    ['a page of which only the site is known', { ...PAGE, url: null, site: 'peerj.com' }, 'peerj'],
    ['a page of some site', { ...PAGE, url: null }, null],
  ])('reads %s', (_, row, site) => {
    const [{ finding, fields } = { finding: null, fields: null }] = judged(row);

    expect(finding?.site).toBe(site);
    expect(
      [fields?.isPaper, fields?.title, fields?.firstAuthor, fields?.doi].map((part) => part?.verdict),
    ).toEqual(['right', 'right', 'right', 'right']);
  });

  it.each([
    [
      'a bot check at a paper’s URL',
      { url: 'https://www.mdpi.com/1420-3049/23/10/2454', file: 'bot-check.html' },
    ],
    ['a listing with tags on a listed site', { url: 'https://www.mdpi.com/about', file: 'paper.html' }],
    ['a URL of no paper', { url: 'https://www.mdpi.com/about' }],
  ])('finds no paper in %s', (_, row) => {
    const [row0] = judged({ ...row, expected: { isPaperPage: false } });

    expect(row0?.fields.isPaper.verdict).toBe('right');
  });

  it('counts URLs of supported sites only, and every page', () => {
    const expected = { isPaper: true };
    const rows = judged(
      { url: 'https://www.mdpi.com/1420-3049/23/10/2454', expected },
      { url: 'https://example.org/1', expected },
      { url: 'https://www.ncbi.nlm.nih.gov/nuccore/I01425.1', expected },
      { ...PAGE, url: 'https://example.org/1' },
    );

    expect(rows.map(({ isCounted }) => isCounted)).toEqual([true, false, false, true]);
  });
});

describe('reportLines', () => {
  const rows = () =>
    judged(
      { url: 'https://arxiv.org/abs/1706.03762', expected: { isPaper: true, arxivId: '1706.03762' } },
      { url: 'https://arxiv.org/pdf/1706.03762', expected: { isPaper: false } },
      { url: 'https://zenodo.org/records/1', expected: { isPaper: true } },
      { url: 'https://example.org/1', expected: { isPaper: true } },
      { ...PAGE, url: 'https://example.org/a/1', expected: { ...KNOWN, title: 'Large Maps' } },
    );

  it('tallies each part and each site, and names what went wrong', () => {
    const lines = reportLines(rows(), false).map((line) => line.replace(/ +/g, ' ').trimEnd());

    expect(lines.slice(0, 5)).toEqual([
      'rows 5: 1 pages, 4 URLs; counted 4',
      '',
      'field right wrong missing extra right %',
      'isPaper 2 1 1 0 50.0',
      'arxivId 1 0 0 0 100.0',
    ]);
    expect(lines).toContain('title 0 1 0 0 0.0');
    expect(lines).toContain('arxiv 2 1/2 1/1 - - - - - - -');
    expect(lines).toContain('(other) 1 1/1 - - 1/1 - 0/1 1/1 - -');
    expect(lines.slice(-5)).toEqual([
      'false positives 1',
      ' https://arxiv.org/pdf/1706.03762 taken for arxiv',
      '',
      'missed papers 1',
      ' https://zenodo.org/records/1 taken for zenodo',
    ]);
  });

  it('names every difference with --verbose', () => {
    const text = reportLines(rows(), true).join('\n');

    expect(text).toContain('wrong title: expected largemaps, given smallmaps  https://example.org/a/1');
    expect(text).toContain('not counted, of sites that are not in the table 1\n  https://example.org/1');
  });

  it('cuts long lists without it', () => {
    const many = judged(
      ...Array.from({ length: 25 }, (_, n) => ({
        url: `https://arxiv.org/abs/1706.0${1000 + n}`,
        expected: { isPaper: false },
      })),
    );

    expect(reportLines(many, false).filter((line) => line.startsWith('  http'))).toHaveLength(20);
    expect(reportLines(many, false)).toContain('  and 5 more: --verbose');
    expect(reportLines(many, true).filter((line) => line.startsWith('  http'))).toHaveLength(25);
  });
});
