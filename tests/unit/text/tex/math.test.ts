import { describe, expect, it } from 'vitest';
import { outsideMath } from '../../../../lib/text/tex/math';

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
