import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { toJsonFeed } from '../../../lib/feed-export/json-feed';
import { paper, paperKey } from '../../support/builders';
import { exportedList, fullPaper } from '../../support/feed/exported-list';

const url = v.pipe(v.string(), v.url());
const names = v.array(v.strictObject({ name: v.string() }));
const date = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/));

/** What https://www.jsonfeed.org/version/1.1/ demands and allows, as far as we write it. */
const JSON_FEED = v.strictObject({
  version: v.literal('https://jsonfeed.org/version/1.1'),
  title: v.string(),
  home_page_url: url,
  authors: names,
  language: v.string(),
  items: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.nonEmpty()),
      url: v.exactOptional(url),
      title: v.string(),
      content_text: v.string(),
      summary: v.exactOptional(v.string()),
      date_published: v.exactOptional(date),
      authors: v.exactOptional(names),
      tags: v.array(v.string()),
      attachments: v.exactOptional(
        v.array(v.strictObject({ url, mime_type: v.string(), title: v.string() })),
      ),
      _paperkin: v.looseObject({}),
    }),
  ),
});

describe('toJsonFeed', () => {
  it('writes what the format requires', () => {
    const { items, ...feed } = v.parse(JSON_FEED, JSON.parse(toJsonFeed(exportedList([fullPaper()]))));

    expect(feed).toMatchObject({
      title: 'Hugging Face, Tuesday 9 June 2026',
      home_page_url: 'https://huggingface.co/papers/date/2026-06-09',
    });
    expect(items).toEqual([
      {
        id: 'https://arxiv.org/abs/2606.00001',
        url: 'https://arxiv.org/abs/2606.00001',
        title: 'Coding agents that read whole repositories',
        content_text: 'We study how coding agents explore repositories before they edit them.',
        summary: 'Agents read before they write.',
        date_published: '2026-06-08T00:00:00Z',
        authors: [{ name: 'First Author' }, { name: 'Second Author' }],
        tags: ['coding agents', 'cs.SE'],
        attachments: [
          { url: 'https://arxiv.org/pdf/2606.00001v2', mime_type: 'application/pdf', title: 'PDF' },
        ],
        _paperkin: {
          ids: { arxiv: '2606.00001' },
          author_count: 2,
          organisation: 'Institute of Examples',
          upvotes: 12,
          comments: 3,
          code_url: 'https://github.com/example/agents',
          listed_on: '2026-06-09',
        },
      },
    ]);
  });

  it('writes a paper about which hardly anything is known', () => {
    const { abstract: _abstract, publishedOn: _publishedOn, ...known } = paper();
    const bare = { ...known, ids: {}, key: paperKey('title:bare|author'), authors: [], provenance: [] };

    const [item] = v.parse(JSON_FEED, JSON.parse(toJsonFeed(exportedList([bare])))).items;

    expect(item).toMatchObject({ id: 'urn:paperkin:title%3Abare%7Cauthor', content_text: known.title });
    expect(item).not.toHaveProperty('authors');
  });

  it('writes an empty list', () => {
    expect(v.parse(JSON_FEED, JSON.parse(toJsonFeed(exportedList([])))).items).toEqual([]);
  });
});
