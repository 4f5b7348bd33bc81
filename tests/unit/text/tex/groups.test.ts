import { describe, expect, it } from 'vitest';
import { dropTexGroups } from '../../../../lib/text/tex/groups';

describe('dropTexGroups', () => {
  it.each([
    ['{a}{b}', 'ab'],
    [String.raw`\emph{a $x}$ b}`, 'a $x}$ b'],
    [String.raw`\emph{F_{max}}`, 'F_{max}'],
    ['{a, b}', '{a, b}'],
    [String.raw`{\alpha}`, String.raw`{\alpha}`],
    ['{a', '{a'],
    ['a}', 'a}'],
  ])('makes %j %j', (text, expected) => {
    expect(dropTexGroups(text)).toBe(expected);
  });
});
