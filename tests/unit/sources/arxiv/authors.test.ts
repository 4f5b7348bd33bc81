import { describe, expect, it } from 'vitest';
import { splitAuthors } from '../../../../lib/sources/arxiv/authors';

describe('splitAuthors', () => {
  it.each<[string, readonly string[]]>([
    ['', []],
    [' , ,', []],
    ['First Author', ['First Author']],
    ['First Author,  Second, Third Author', ['First Author', 'Second', 'Third Author']],
    ['First Author (University A, Department B), Second Author', ['First Author', 'Second Author']],
    [
      'First Author (1 and 2), Second Author (2), ((1) Institute A, (2) Institute B)',
      ['First Author', 'Second Author'],
    ],
    ['First Author, Jr., Second Author III', ['First Author, Jr.', 'Second Author III']],
    ['Jr.', ['Jr.']],
    ['First Author (University A, Second Author', ['First Author University A', 'Second Author']],
    ['First Author), Second Author', ['First Author', 'Second Author']],
    ['Society for Text and Sound, First Author', ['Society for Text and Sound', 'First Author']],
  ])('splits %j', (creators, names) => {
    expect(splitAuthors(creators)).toEqual(names);
  });

  it('takes a hundred thousand parentheses in its stride', () => {
    expect(splitAuthors('('.repeat(100_000))).toEqual([]);
    expect(splitAuthors(`First Author ${'('.repeat(50_000)}${')'.repeat(50_000)}`)).toEqual(['First Author']);
  });
});
