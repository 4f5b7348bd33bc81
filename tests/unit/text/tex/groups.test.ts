import { describe, expect, it } from 'vitest';
import { dropTexGroups, outsideMath } from '../../../../lib/text/tex/groups';

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

describe('outsideMath', () => {
  it.each([
    ['a $b$ c', 'A $b$ C'],
    ['a $$b$$ c', 'A $$b$$ C'],
    [String.raw`a \(b\) c \[d\] e`, String.raw`A \(b\) C \[d\] E`],
    [String.raw`$a\$b$ c`, String.raw`$a\$b$ C`],
    [String.raw`\$a$b`, String.raw`\$A$B`],
    ['a $b', 'A $B'],
  ])('changes only the words of %j', (text, expected) => {
    expect(outsideMath(text, (part) => part.toUpperCase())).toBe(expected);
  });
});
