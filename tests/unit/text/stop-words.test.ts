import { describe, expect, it } from 'vitest';
import { isStopTerm } from '../../../lib/text/stop-words';
import { termOf } from '../../../lib/text/words';

describe('isStopTerm', () => {
  it.each([
    ...'the Results propose studies approaches x 42 2026 state GitHub its has'.split(' '),
    ...'mathcal textbf https 学'.split(' '),
  ])('is true for %s', (word) => {
    expect(isStopTerm(termOf(word))).toBe(true);
  });

  it.each(['transformer', 'agent', 'GPT4', 'RL', 'diffusion', 'alpha', 'lambda', '学'.repeat(2)])(
    'is false for %s',
    (word) => {
      expect(isStopTerm(termOf(word))).toBe(false);
    },
  );
});
