import { describe, expect, it } from 'vitest';
import { ParseError } from '../../../../lib/errors';
import { fetchHfPaper, parseHfPaper } from '../../../../lib/sources/hf-daily/hf-paper';
import { arxivId } from '../../../support/builders';
import { fakeGet } from '../../../support/feed/sources';

const BODY = {
  id: '2606.00001',
  title: 'Coding agents that\n read whole repositories',
  summary: 'We study how\ncoding agents explore.',
  authors: [
    { name: 'First Author', hidden: false },
    { name: 'Hidden Author', hidden: true },
  ],
  publishedAt: '2026-06-08T00:00:00.000Z',
  upvotes: 12,
};

describe('fetchHfPaper', () => {
  it('asks for the paper by its id', async () => {
    const { get, urls } = fakeGet(JSON.stringify(BODY));

    expect(await fetchHfPaper(arxivId('2606.00001'), get, new AbortController().signal)).toEqual(BODY);
    expect(urls).toEqual(['https://huggingface.co/api/papers/2606.00001']);
  });

  it('refuses what is no JSON', async () => {
    const { get } = fakeGet('<html>');

    await expect(fetchHfPaper(arxivId('2606.00001'), get, new AbortController().signal)).rejects.toThrow(
      ParseError,
    );
  });
});

describe('parseHfPaper', () => {
  it('reads it as a list’s paper is read', () => {
    expect(parseHfPaper(BODY)).toMatchObject({
      ids: { arxiv: '2606.00001' },
      title: 'Coding agents that read whole repositories',
      abstract: 'We study how coding agents explore.',
      authors: ['First Author'],
      upvotes: 12,
    });
  });

  it.each([[null], [[]], [{ error: 'Paper not found' }], [{ id: '2606.00001' }]])('refuses %j', (body) => {
    expect(() => parseHfPaper(body)).toThrow(ParseError);
  });
});
