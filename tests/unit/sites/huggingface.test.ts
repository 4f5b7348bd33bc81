import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/sites/huggingface';
import { pageOf } from '../../support/sites/page';
import { imitatedUrl, readExpected, readFixture } from '../../support/sites/site-fixtures';

describe('read', () => {
  it.each(Object.entries(readExpected('huggingface')))('reads %s', (file, expected) => {
    const html = readFixture('huggingface', file);

    expect(read(pageOf(html, imitatedUrl(html)))).toEqual(expected);
  });
});
