import { describe, expect, it } from 'vitest';
import { ar5iv } from '../../../lib/sites/ar5iv';
import { pageOf } from '../../support/sites/page';
import { imitatedUrl, readExpected, readFixture } from '../../support/sites/site-fixtures';

describe('extract', () => {
  it.each(Object.entries(readExpected('ar5iv')))('reads %s', (file, expected) => {
    const html = readFixture('ar5iv', file);

    expect(ar5iv.extract(pageOf(html, imitatedUrl(html)))).toEqual(expected);
  });
});
