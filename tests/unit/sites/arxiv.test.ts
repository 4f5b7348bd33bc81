import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/sites/arxiv';
import { pageOf } from '../../support/sites/page';
import { imitatedUrl, readExpected, readFixture } from '../../support/sites/site-fixtures';

describe('read', () => {
  it.each(Object.entries(readExpected('arxiv')))('reads %s', (file, expected) => {
    const html = readFixture('arxiv', file);

    expect(read(pageOf(html, imitatedUrl(html)))).toEqual(expected);
  });
});
