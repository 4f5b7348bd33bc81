import { describe, expect, it } from 'vitest';
import { addressOf, findAll, findFirst, textOfFirst } from '../../../../lib/sites/shared/find';
import { pageOf } from '../../../support/sites/page';

const CLOBBERED = pageOf(
  '<p>one\n two</p><p>three</p><img name="querySelector"><form name="querySelectorAll"></form><img name="URL">',
  'https://example.org/a?b',
);

describe('a page whose elements have the names of methods', () => {
  it('is still searched', () => {
    expect(findAll(CLOBBERED, 'p')).toHaveLength(2);
    expect(findFirst(CLOBBERED, 'p')?.localName).toBe('p');
    expect(findFirst(CLOBBERED, 'h1')).toBeNull();
  });

  it('still has its address', () => {
    expect(addressOf(CLOBBERED)?.href).toBe('https://example.org/a?b');
  });
});

describe('textOfFirst', () => {
  it('collapses white space, and is empty without a match', () => {
    expect(textOfFirst(CLOBBERED, 'p')).toBe('one two');
    expect(textOfFirst(CLOBBERED, 'h1')).toBe('');
  });
});
