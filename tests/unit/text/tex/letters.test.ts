import { describe, expect, it } from 'vitest';
import { convertTexLetters } from '../../../../lib/text/tex/letters';

describe('convertTexLetters', () => {
  it('keeps braces around a letter', () => {
    expect(convertTexLetters(String.raw`{\"u}`)).toBe('{ü}');
  });

  it('swallows the space that ends a command', () => {
    expect(convertTexLetters(String.raw`stra\ss e \ss{} x`)).toBe('straße ß x');
  });

  it.each([String.raw`\q{x}`, String.raw`\unknown x`, String.raw`\\'e`, String.raw`\constructor`])(
    'leaves %s unchanged',
    (text) => {
      expect(convertTexLetters(text)).toBe(text);
    },
  );
});
