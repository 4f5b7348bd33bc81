import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/sites/ar5iv';
import { pageOf } from '../../support/sites/page';
import { imitatedUrl, readExpected, readFixture } from '../../support/sites/site-fixtures';

describe('read', () => {
  it.each(Object.entries(readExpected('ar5iv')))('reads %s', (file, expected) => {
    const html = readFixture('ar5iv', file);

    expect(read(pageOf(html, imitatedUrl(html)))).toEqual(expected);
  });
});
