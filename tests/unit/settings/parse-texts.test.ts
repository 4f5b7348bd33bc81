import { describe, expect, it } from 'vitest';
import { parseTexts } from '../../../lib/settings/parse-texts';

describe('parseTexts', () => {
  it.each([
    [
      ['a', 'b', 'a'],
      ['a', 'b'],
    ],
    [['a', 7, null, ['b']], ['a']],
    ['a', []],
    [undefined, []],
    [{ length: 1 }, []],
  ])('%j: %j', (value, expected) => expect(parseTexts(value)).toEqual(expected));
});
