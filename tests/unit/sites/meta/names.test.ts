import { describe, expect, it } from 'vitest';
import { personName, splitNames } from '../../../../lib/sites/meta/names';

describe('personName', () => {
  it.each([
    ['Author, First', 'First Author'],
    ['First Author', 'First Author'],
    ['Author, F. M.', 'F. M. Author'],
    ['van der Author, First', 'First van der Author'],
    ['Author, Jr., First', 'First Author, Jr.'],
    ['Author, First, Jr.', 'First Author, Jr.'],
    ['Author III, First', 'First Author III'],
    ['Author, First, III', 'First Author III'],
    ['First Author, PhD', 'First Author, PhD'],
    ['Example Company, Inc.', 'Example Company, Inc.'],
    ['Example Collaboration', 'Example Collaboration'],
    ['Author F', 'Author F'],
    ['\u00A0First\u00A0 Author ', 'First Author'],
    ['Author, First ', 'First Author'],
    ['First Author*†', 'First Author'],
    ['Author,', 'Author'],
    [', First', 'First'],
    ['Reading Group, Example Institute, Example Town', 'Reading Group, Example Institute, Example Town'],
    [' , ', ''],
    ['', ''],
  ])('reads %j as %j', (written, expected) => {
    expect(personName(written)).toBe(expected);
  });

  it('cuts what no person is called', () => {
    expect(personName('x'.repeat(1_000_000))).toHaveLength(200);
  });
});

describe('splitNames', () => {
  it.each([
    ['Author, First; Author, Second;', ['First Author', 'Second Author']],
    ['First Author|Second Author', ['First Author', 'Second Author']],
    ['First Author', ['First Author']],
    [' ; ', []],
  ])('finds the names in %j', (written, expected) => {
    expect(splitNames(written)).toEqual(expected);
  });
});
