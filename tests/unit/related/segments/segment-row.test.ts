import { describe, expect, it } from 'vitest';
import { hashText } from '../../../../lib/text/hash';
import {
  tombstoneOf,
  isTombstone,
  isSameRow,
  rowOf,
  rowWithTexts,
  textsAt,
  titleHash,
  topicsAt,
  topicTest,
} from '../../../../lib/related/segments/segment-row';
import type { Paper } from '../../../../lib/model/paper/paper';
import { day, NOW_MS, paper, paperKey } from '../../../support/builders';
import { segmentOf } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();

describe('rowWithTexts', () => {
  it('has the texts of the row that was there and the facts of the paper', () => {
    const segment = segmentOf(model, [paper({ upvotes: 1 })]);
    const { abstract: _, ...bare } = paper({ title: 'Another title', upvotes: 9, authors: ['Other Author'] });

    const row = rowWithTexts(bare, textsAt({ segment, row: 0 }));

    const whole = rowOf(model, paper(), paper().keywords);
    expect(row).toEqual({
      ...rowOf(model, bare, []),
      vector: whole.vector,
      words: whole.words,
      topics: whole.topics,
    });
  });
});

describe('rowOf', () => {
  it('reads what filters and sorts need', () => {
    const provenance = [
      { source: 'hf-daily', fetchedAtMs: NOW_MS, link: 'https://example.org/1' },
      { source: 'arxiv', fetchedAtMs: NOW_MS, link: 'https://example.org/2' },
    ] as const;
    const row = rowOf(model, paper({ publishedOn: day('1970-01-03'), upvotes: 12, provenance }), ['a', 'b']);

    expect(row).toMatchObject({
      day: 2,
      upvotes: 12,
      sources: 1 | 2, // Stored: the bits of both sources never change,
      topics: Uint32Array.from([hashText('a'), hashText('b')]),
      title: titleHash('CODING AGENTS: that read whole repositories'),
      isLive: true,
    });
  });

  it.each<[string, Partial<Paper>, string]>([
    ['published', { publishedOn: day('2026-06-08'), listedOn: day('2026-06-09') }, '2026-06-08'],
    ['listed', { listedOn: day('2026-06-09') }, '2026-06-09'],
    ['added', {}, '2026-06-10'],
  ])('takes the day on which the paper was %s', (_, dates, expected) => {
    const { publishedOn: _published, ...undated } = paper();
    expect(rowOf(model, { ...undated, ...dates }, []).day).toBe(Date.parse(expected) / 86_400_000);
  });
});

describe('isTombstone', () => {
  it('distinguishes a tombstone from a row that a newer row replaced', () => {
    const segment = segmentOf(model, [paper()], ['arxiv:2606.00002']);
    segment.live.fill(0);
    expect([isTombstone(segment, 0), isTombstone(segment, 1)]).toEqual([false, true]);
  });
});

describe('isSameRow', () => {
  const segment = segmentOf(model, [paper({ title: 'Another paper of the feed' }), paper()]);

  it('knows the row that was written', () => {
    expect(isSameRow(segment, 1, rowOf(model, paper(), paper().keywords))).toBe(true);
    expect(isSameRow(segment, 0, rowOf(model, paper(), paper().keywords))).toBe(false);
  });

  it.each<[string, Partial<Paper>]>([
    ['title', { title: 'Coding agents that read' }],
    ['abstract', { abstract: 'Ocean waves.' }],
    ['authors', { authors: ['First Author'] }],
    ['organisation', { organisation: 'A University' }],
    ['upvotes', { upvotes: 1 }],
    ['day', { publishedOn: day('2026-06-01') }],
    ['topics', { keywords: ['ocean waves'] }],
    ['sources', { provenance: [{ source: 'arxiv', fetchedAtMs: NOW_MS, link: 'https://example.org' }] }],
  ])('sees another %s', (_, change) => {
    const other = paper(change);
    expect(isSameRow(segment, 1, rowOf(model, other, other.keywords))).toBe(false);
  });

  it('sees that a paper is removed', () => {
    expect(isSameRow(segment, 1, tombstoneOf(model, paperKey('arxiv:2606.00001')))).toBe(false);
  });

  it('ignores facts that no row holds', () => {
    const other = paper({ comments: 5, codeUrl: 'https://example.org/code' });
    expect(isSameRow(segment, 1, rowOf(model, other, other.keywords))).toBe(true);
  });
});

describe('topicsAt', () => {
  it('gives the hashes of one row among others', () => {
    const segment = segmentOf(model, [
      paper({ key: paperKey('arxiv:2605.00001'), keywords: ['a'] }),
      paper({ key: paperKey('arxiv:2605.00002'), keywords: ['b', 'c'] }),
    ]);
    expect(topicsAt({ segment, row: 1 })).toEqual(Uint32Array.of(hashText('b'), hashText('c')));
  });
});

describe('topicTest', () => {
  const segment = segmentOf(model, [
    paper({ key: paperKey('arxiv:2605.00001'), keywords: ['a'] }),
    paper({ key: paperKey('arxiv:2605.00002'), keywords: ['b', 'a'] }),
    paper({ key: paperKey('arxiv:2605.00003'), keywords: [] }),
  ]);

  it.each([
    ['a', [0, 1]],
    ['b', [1]],
    ['a topic that no paper has', []],
  ])('lets the rows with %s through', (topic, expected) => {
    const hasTopic = topicTest(topic);
    expect([0, 1, 2].filter((row) => hasTopic(segment, row))).toEqual(expected);
  });
});
