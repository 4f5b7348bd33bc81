import { describe, expect, it } from 'vitest';
import { canonicalTerms } from '../../../../lib/topics/vocabulary/canonical-terms';
import { mentionsByTopic, readSurroundings } from '../../../../lib/topics/find/mentions';
import { REWRITES } from '../../../support/related/topics';

describe('mentionsByTopic', () => {
  it('ties names to the longer ones around them', () => {
    const inner = { topic: 2, from: 1, to: 2 };
    const short = { topic: 0, from: 0, to: 2 };
    const long = { topic: 1, from: 0, to: 3 };
    const mentions = mentionsByTopic([short, long, inner, { ...inner, from: 5, to: 6 }]);

    expect(mentions.get(1)).toEqual([{ ...long, longer: [], inside: new Set([0, 2]) }]);
    expect(mentions.get(0)?.[0]?.longer).toEqual([long]);
    expect(mentions.get(2)?.map(({ longer }) => longer.length)).toEqual([2, 0]);
  });
});

describe('readSurroundings', () => {
  const around = (text: string, from: number, to: number) =>
    readSurroundings(text, canonicalTerms(text, REWRITES), { topic: 0, from, to });

  it('reads the words beside a name, not across punctuation', () => {
    expect(around('Fast sparse attention works', 1, 3)).toMatchObject({ before: 'fast', after: 'work' });
    expect(around('Fast. Sparse attention, works', 1, 3)).toMatchObject({
      before: '',
      after: '',
      isListed: true,
    });
  });

  it('ignores words that say nothing', () => {
    expect(around('the sparse attention of', 1, 3)).toMatchObject({ isFreeBefore: true, isFreeAfter: true });
  });
});
