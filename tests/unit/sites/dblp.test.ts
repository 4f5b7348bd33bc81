import { describe, expect, it } from 'vitest';
import { read } from '../../../lib/sites/dblp';
import { pageOf } from '../../support/sites/page';

const record = (inside: string) =>
  pageOf(`<div id="main"><ul class="publ-list"><li class="entry article toc">${inside}</li></ul></div>`);

describe('read', () => {
  it('reads a record without authors and DOI', () => {
    expect(read(record('<span class="title">Preface.</span>'))).toEqual({
      title: 'Preface',
      authors: [],
      categories: [],
      ids: {},
    });
  });

  it('gives null without a title', () => {
    expect(read(record(''))).toBeNull();
    expect(read(pageOf('<div id="main"></div>'))).toBeNull();
  });
});
