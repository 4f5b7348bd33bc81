import { describe, expect, it } from 'vitest';
import { detectPage } from '../../../lib/sites/detect-page';

const detect = (url: string) => detectPage(new URL(url));

describe('detectPage', () => {
  it('is the paper that an address names, with its site', () => {
    expect(detect('https://openreview.net/forum?id=abcdefghij')).toMatchObject({
      site: { id: 'openreview', key: 'openreview', isSinglePage: true },
      ref: { site: 'openreview', ids: { openreview: 'abcdefghij' } },
      isSuspected: false,
    });
  });

  it('is a suspicion where the page has to say that it is a paper', () => {
    expect(detect('https://zenodo.org/records/1234567')).toMatchObject({
      site: { id: 'zenodo', key: 'zenodo' },
      isSuspected: true,
    });
    expect(detect('https://journal.example/x')).toEqual({
      site: {
        id: 'other',
        key: 'journal.example',
        name: 'journal.example',
        isSinglePage: false,
        anchors: [],
      },
      ref: { site: 'other', ids: {}, view: 'abstract' },
      isSuspected: true,
    });
  });

  it.each(['https://arxiv.org/list/cs.CL/new', 'https://openreview.net/group?id=x', 'file:///paper.html'])(
    'is null where there is certainly no paper: %s',
    (url) => expect(detect(url)).toBeNull(),
  );
});
