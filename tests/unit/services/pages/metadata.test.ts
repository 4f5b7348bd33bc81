import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenDatabase } from '../../../../lib/db/open';
import { NetworkError, NotNowError } from '../../../../lib/errors';
import type { HttpGet } from '../../../../lib/http';
import { DAY, MINUTE } from '../../../../lib/model/dates';
import type { PaperMeta, PaperRef } from '../../../../lib/model/paper/page';
import type { PaperFacts } from '../../../../lib/model/paper/paper';
import { createMetadata } from '../../../../lib/services/pages/metadata';
import { DEFAULT_SETTINGS } from '../../../../lib/settings/settings';
import type { Source } from '../../../../lib/sources/types';
import { arxivId, doi, facts, NOW_MS, siteIds } from '../../../support/builders';
import { commitTo, failWrites, freshDatabase } from '../../../support/database';
import { fakeSource } from '../../../support/feed/fake-source';
import { commitOf } from '../../../support/related/feed-index';

const pdf: PaperRef = { site: 'arxiv', ids: { arxiv: arxivId('2606.00001') }, view: 'pdf' };
/** A paper of which nothing but its id is known. */
const unnamed: PaperFacts = {
  ids: pdf.ids,
  title: '',
  authors: [],
  authorCount: 0,
  categories: [],
  keywords: [],
};
const meta: PaperMeta = { ids: pdf.ids, title: facts().title, authors: ['First Author'], categories: [] };

let open: OpenDatabase;
let nowMs: number;
let canAskArxiv: boolean;
let asked: string[];
let answer: PaperFacts | Error | null;

beforeEach(() => {
  open = freshDatabase();
  nowMs = NOW_MS;
  canAskArxiv = true;
  asked = [];
  answer = facts();
  vi.spyOn(console, 'error').mockReturnValue();
});

/** A worker just started, with an API that says `answer`. */
function start(overrides: Partial<Source> = {}) {
  const arxiv: Source = {
    ...fakeSource({ id: 'arxiv', answers: new Map() }),
    async fetchPage(cursor) {
      asked.push(String(cursor['ids']));
      if (answer instanceof Error) throw answer;
      return answer;
    },
    parse: (raw) => ({
      records: raw === null ? [] : [{ paper: raw as PaperFacts, link: 'https://arxiv.org' }], // What fetchPage gave.
      dropped: [],
      next: [],
    }),
    ...overrides,
  };
  return createMetadata({
    open,
    arxiv,
    get: vi.fn<HttpGet>(),
    settings: async () => ({ ...DEFAULT_SETTINGS, canAskArxiv }),
    now: () => nowMs,
  });
}

const cache = (paper: PaperFacts) => commitTo(open)(commitOf([paper]));

describe('what needs no request', () => {
  it('is a page that describes its paper: its own words, and what only the feed knows', async () => {
    await cache(
      facts({
        upvotes: 5,
        authorCount: 9,
        title: 'As the feed has it: coding agents',
        organisation: 'An Institute',
      }),
    );
    const described = await start().describe(pdf, { ...meta, pdfUrl: 'https://arxiv.org/pdf/2606.00001' });

    expect(described?.facts).toMatchObject({
      title: meta.title,
      authors: ['First Author'],
      authorCount: 9,
      upvotes: 5,
      organisation: 'An Institute',
      abstract: facts().abstract,
    });
    expect(described?.inFeed?.key).toBe('arxiv:2606.00001');
    expect(described?.facts).not.toHaveProperty('pdfUrl');
    expect(asked).toEqual([]);
  });

  it('is a page without authors, when the feed knows them', async () => {
    await cache(facts());
    const described = await start().describe(pdf, { ...meta, authors: [] });
    expect(described?.facts).toMatchObject({ authors: facts().authors, authorCount: 2 });
  });

  it('is a PDF whose paper the feed has', async () => {
    await cache(facts());
    const described = await start().describe(pdf, undefined);
    expect(described?.facts).toEqual(facts());
    expect(asked).toEqual([]);
  });

  it('is a paper that the feed knows by title and first author', async () => {
    await cache(facts({ upvotes: 5 }));
    const ref: PaperRef = { site: 'openreview', ids: siteIds({ openreview: 'abc' }), view: 'abstract' };
    const described = await start().describe(ref, { ...meta, ids: ref.ids });
    expect(described?.facts).toMatchObject({ ids: { arxiv: '2606.00001', openreview: 'abc' }, upvotes: 5 });
  });

  it.each<[string, Partial<PaperRef>]>([
    ['another site', { site: 'ar5iv' }],
    ['Hugging Face', { site: 'huggingface' }],
    ['an abstract page', { view: 'abstract' }],
    ['a paper without an arXiv id', { ids: { doi: doi('10.1000/x') } }],
  ])('is %s: arXiv hears nothing of it', async (_, ref) => {
    const described = await start().describe({ ...pdf, ...ref }, undefined);
    expect(described).toEqual({ facts: { ...unnamed, ids: ref.ids ?? pdf.ids } });
    expect(asked).toEqual([]);
  });

  it('is a paper without any id, of which there is nothing to say', async () => {
    expect(await start().describe({ ...pdf, ids: {} }, undefined)).toBeNull();
    expect(asked).toEqual([]);
  });

  it('is everything in a private window, and nothing is stored', async () => {
    const described = await start().describe(pdf, undefined, { isPrivate: true });
    expect(described).toEqual({ facts: unnamed });
    expect(asked).toEqual([]);
    expect(await (await open()).count('lookups')).toBe(0);
  });

  it('is a PDF in a private window that arXiv was asked for outside of it', async () => {
    await start().describe(pdf, undefined);
    expect(await start().describe(pdf, undefined, { isPrivate: true })).toEqual({ facts: facts() });
    expect(asked).toHaveLength(1);
  });

  it('is everything while the switch is off', async () => {
    canAskArxiv = false;
    expect(await start().describe(pdf, undefined)).toEqual({ facts: unnamed });
    expect(asked).toEqual([]);
  });
});

describe('arXiv’s API', () => {
  it.each(['pdf', 'html'] as const)(
    'is asked for a %s that neither page nor feed describes, once',
    async (view) => {
      expect(await start().describe({ ...pdf, view }, undefined)).toEqual({ facts: facts() });
      expect(await start().describe({ ...pdf, view }, undefined)).toEqual({ facts: facts() });
      expect(asked).toEqual(['2606.00001']);
    },
  );

  it('is asked once by a page and its sidebar at the same time', async () => {
    const metadata = start();
    const both = await Promise.all([metadata.describe(pdf, undefined), metadata.describe(pdf, undefined)]);
    expect(both).toEqual([{ facts: facts() }, { facts: facts() }]);
    expect(asked).toHaveLength(1);
  });

  it('still gives an earlier answer after it was switched off', async () => {
    await start().describe(pdf, undefined);
    canAskArxiv = false;
    expect(await start().describe(pdf, undefined)).toEqual({ facts: facts() });
  });

  it('is asked again after a day for a paper that it did not know', async () => {
    answer = null;
    expect(await start().describe(pdf, undefined)).toEqual({ facts: unnamed });
    nowMs += DAY - 1;
    expect(await start().describe(pdf, undefined)).toEqual({ facts: unnamed });
    expect(asked).toHaveLength(1);

    nowMs += 2;
    answer = facts();
    expect(await start().describe(pdf, undefined)).toEqual({ facts: facts() });
    expect(asked).toHaveLength(2);
  });

  it('is asked again at the next visit after a failure', async () => {
    answer = new NetworkError('network', 'offline');
    expect(await start().describe(pdf, undefined)).toEqual({ facts: unnamed });
    answer = facts();
    expect(await start().describe(pdf, undefined)).toEqual({ facts: facts() });
  });

  it('is left alone while it must not be asked', async () => {
    answer = new NotNowError('server', NOW_MS + MINUTE);
    expect(await start().describe(pdf, undefined)).toEqual({ facts: unnamed });
  });

  it('is not asked for more papers than it can answer in time', async () => {
    const metadata = start({
      fetchPage: (cursor) => {
        asked.push(String(cursor['ids']));
        return new Promise(() => undefined);
      },
    });
    for (const number of [1, 2, 3, 4])
      void metadata.describe({ ...pdf, ids: { arxiv: arxivId(`2606.0000${number}`) } }, undefined);
    await expect.poll(() => asked).toHaveLength(4);
    await metadata.describe({ ...pdf, ids: { arxiv: arxivId('2606.00005') } }, undefined);
    expect(asked).toHaveLength(4);
  });

  it('is used although the answer cannot be remembered', async () => {
    failWrites('lookups');
    expect(await start().describe(pdf, undefined)).toEqual({ facts: facts() });
  });

  it('hides no bug', async () => {
    const metadata = start({
      parse: () => {
        throw new TypeError('a bug');
      },
    });
    await expect(metadata.describe(pdf, undefined)).rejects.toThrow('a bug');
  });
});
