import { describe, expect, it } from 'vitest';
import { readDblp } from '../../../lib/sites/dblp';
import { pageOf } from '../../support/sites/page';

const record = (inside: string) =>
  pageOf(`<div id="main"><ul class="publ-list"><li class="entry article toc">${inside}</li></ul></div>`);

describe('readDblp', () => {
  it('reads a record without authors and DOI', () => {
    expect(readDblp(record('<span class="title">Preface.</span>'))).toEqual({
      title: 'Preface',
      authors: [],
      categories: [],
      ids: {},
    });
  });

  it('gives null without a title', () => {
    expect(readDblp(record(''))).toBeNull();
    expect(readDblp(pageOf('<div id="main"></div>'))).toBeNull();
  });
});
