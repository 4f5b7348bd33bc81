import { describe, expect, it } from 'vitest';
import { canonicalTerms } from '../../../lib/topics/canonical-terms';
import { candidatesIn, CLUES, type Odds } from '../../../lib/topics/clues';
import { createNameFinder } from '../../../lib/topics/find-names';
import { REWRITES } from '../../support/topics';

const NAMES = ['agent', 'coding agent', 'large language model'];
const ODDS: Odds = {
  chanceOf: (topic) => topic + 1,
  before: (term) => (term === 'of' ? 0.5 : 0),
  after: (term) => (term === '' ? 0.25 : 0),
};

function cluesIn(text: string, name: string): Record<string, number> {
  const finder = createNameFinder();
  for (const [topic, key] of NAMES.entries()) finder.add(key, topic);
  const terms = canonicalTerms(text, REWRITES);
  const candidate = candidatesIn(text, terms, finder.find(terms), ODDS).find(
    ({ topic }) => NAMES[topic] === name,
  );
  return Object.fromEntries(CLUES.map((clue, place) => [clue, candidate?.clues[place] ?? Number.NaN]));
}

describe('candidatesIn', () => {
  it('gives each name one number per clue', () => {
    const clues = cluesIn('coding agents', 'coding agent');
    expect(Object.values(clues).every(Number.isFinite)).toBe(true);
    expect(clues['chance']).toBe(2);
  });

  it('tells a name that only comes up inside a longer one', () => {
    expect(cluesIn('coding agents and coding agents', 'agent')).toMatchObject({ covered: 1, mentions: 0 });
    expect(cluesIn('coding agents and agents', 'agent')).toMatchObject({
      covered: 0,
      mentions: Math.log(2),
      'all-mentions': Math.log(2),
    });
  });

  it('tells whether words stand beside a name', () => {
    expect(cluesIn('of coding agents.', 'coding agent')).toMatchObject({
      free: 1,
      'word-before': 0.5,
      'word-after': 0.25,
    });
    expect(cluesIn('robust coding agents fail', 'coding agent')).toMatchObject({
      free: 0,
      'free-before': 0,
      'free-after': 0,
    });
  });

  it('tells a short form, and one that the text defines', () => {
    expect(cluesIn('LLMs win', 'large language model')).toMatchObject({ 'short-form': 1, defined: 0 });
    expect(cluesIn('Large language models (LLMs) win', 'large language model')).toMatchObject({
      'short-form': 0,
      defined: 1,
      once: 1,
    });
  });

  it('finds nothing in an empty text', () => {
    expect(candidatesIn('', [], [], ODDS)).toEqual([]);
  });
});
