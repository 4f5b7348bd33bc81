import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createWorkerGate } from '../../../lib/messages/gate';
import type { Sender } from '../../../lib/messages/handle';
import type { Protocol } from '../../../lib/messages/protocol';
import { sites } from '../../../lib/sites';
import { siteAt } from '../../../lib/sites/urls/classify-url';
import { facts } from '../../support/builders';
import { errorOf } from '../../support/error-of';

const ORIGIN = 'chrome-extension://paperkin';

beforeEach(() => {
  vi.spyOn(browser.runtime, 'getURL').mockImplementation((path: string) => `${ORIGIN}${path}`);
});

const gate = createWorkerGate((url) => siteAt(url, sites) !== null);
const id = browser.runtime.id;
const tab = { id: 7 } as NonNullable<Sender['tab']>; // The gate asks only whether there is one.
const library: Sender = { id, url: `${ORIGIN}/library.html`, tab };
const page: Sender = { id, url: 'https://arxiv.org/abs/2606.00001', tab, frameId: 0 };
const token = '6f1f8f4e-8f0e-4b2e-9d3a-0123456789ab';
const ref = { site: 'arxiv', ids: { arxiv: '2606.00001' }, view: 'abstract' };

/** A good request of each message. */
const GOOD: { readonly [K in keyof Protocol]: unknown } = {
  'page.annotate': { ref, meta: { ids: {}, title: 'T', authors: [], categories: [] } },
  'page.arrived': { url: 'https://huggingface.co/papers', isDeclared: false },
  'page.detect': { url: 'https://openreview.net/forum?id=abc' },
  'page.isSaved': undefined,
  'page.openSidePanel': undefined,
  'panel.paper': { token },
  'panel.open': { token },
  'panel.ready': { token },
  'panel.close': { tabId: 7 },
  'panel.switchOff': { token },
  'site.offer': { tabId: 7 },
  'related.find': { of: { ids: {}, title: 'T', authors: [] }, limit: 24, sort: 'closest' },
  'related.more': { provider: 'openalex', ids: {}, canAsk: true, address: { tabId: 7 } },
  'feed.edition': { source: 'hf-daily', date: '2026-06-09' },
  'feed.since': undefined,
  'feed.search': { text: 'agents', limit: 5 },
  'feed.abstract': { key: 'arxiv:2606.00001' },
  'feed.status': undefined,
  'feed.sync': undefined,
  'feed.pause': { isPaused: true },
  'feed.markSeen': undefined,
  'feed.clear': undefined,
  'topics.overview': undefined,
  'topics.page': { topic: 'coding agents', sort: 'newest', limit: 50 },
  'fill.estimate': { category: 'cs.LG', months: 6 },
  'fill.start': { category: 'hep-th', months: 1 },
  'fill.stop': { category: 'cond-mat.mes-hall' },
  'reading.list': undefined,
  'reading.states': undefined,
  'reading.save': { paper: facts(), state: 'done' },
  'reading.remove': { key: 'arxiv:2606.00001' },
  'reading.restore': { key: 'arxiv:2606.00001' },
  'reading.export': undefined,
  'reading.import': { text: '{}' },
  'data.usage': undefined,
  'data.deleteAll': undefined,
};
const NAMES = Object.keys(GOOD) as (keyof Protocol)[]; // The record has exactly those keys.
const OF_PAGES = NAMES.filter((name) => name.startsWith('page.'));
const OF_EXTENSION = NAMES.filter((name) => !name.startsWith('page.'));

const codeOf = (name: keyof Protocol, request: unknown, sender: Sender) => {
  const error = errorOf(() => gate(name, request, sender));
  return error === null ? 'accepted' : (error as { readonly code: string }).code; // Anything else fails the test.
};

describe('who may send what', () => {
  it.each(OF_EXTENSION)('%s: pages of ours, no content script', (name) => {
    expect(codeOf(name, GOOD[name], library)).toBe('accepted');
    expect(codeOf(name, GOOD[name], { id, url: `${ORIGIN}/sidepanel.html` })).toBe('accepted');
    expect(codeOf(name, GOOD[name], page)).toBe('forbidden');
  });

  it.each(OF_PAGES)('%s: our content script on a listed site, no page of ours', (name) => {
    expect(codeOf(name, GOOD[name], page)).toBe('accepted');
    expect(codeOf(name, GOOD[name], library)).toBe('forbidden');
  });

  it.each<[string, Sender]>([
    ['another extension', { ...library, id: 'other' }],
    ['another extension that claims a page', { ...page, id: 'other' }],
    ['a sender without an id', { url: `${ORIGIN}/library.html` }],
    ['a sender without an address', { id, tab }],
    ['a site that is not listed', { ...page, url: 'https://example.com/?q=arxiv.org/abs/2606.00001' }],
    ['a host that ends like a listed one', { ...page, url: 'https://notarxiv.org/abs/2606.00001' }],
    ['an address that begins like ours', { ...library, url: `${ORIGIN}.evil.example/library.html` }],
    ['a broken address', { ...page, url: 'arxiv.org' }],
    ['a listed site without a tab', { id, url: 'https://arxiv.org/abs/2606.00001' }],
  ])('nothing: %s', (_, sender) => {
    expect(NAMES.filter((name) => codeOf(name, GOOD[name], sender) !== 'forbidden')).toEqual([]);
  });
});

describe('a site that the reader allowed', () => {
  const allowed = createWorkerGate(async ({ hostname }) => hostname === 'journal.example');
  const ask = (url: string) => Promise.resolve(allowed('page.openSidePanel', undefined, { ...page, url }));

  it('is asked for before a page of it may send', async () => {
    await expect(ask('https://journal.example/paper')).resolves.toBeUndefined();
    await expect(ask('https://other.example/paper')).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('never treats a web page as one of the extension', async () => {
    const sender = { ...page, url: 'https://journal.example/paper' };
    expect(errorOf(() => allowed('data.deleteAll', undefined, sender))).toMatchObject({ code: 'forbidden' });
  });
});

describe('what a message must look like', () => {
  it.each<[keyof Protocol, unknown]>([
    ['page.annotate', undefined],
    ['page.annotate', { ref: { ...ref, ids: { arxiv: '<script>' } } }],
    ['page.annotate', { ref, meta: { title: '' } }],
    ['page.arrived', { url: 'javascript:alert(1)', isDeclared: true }],
    ['page.arrived', { url: 'https://example.org/' }],
    ['page.openSidePanel', { tabId: 7 }],
    ['site.offer', { tabId: 'active' }],
    ['panel.paper', { token: 'guess' }],
    ['panel.paper', { token, tabId: 7 }],
    ['panel.paper', {}],
    ['related.find', { of: { tabId: 7 }, limit: 0, sort: 'closest' }],
    ['related.find', { of: { tabId: 7 }, limit: 501, sort: 'closest' }],
    ['related.find', { of: { tabId: 7 }, limit: 5, sort: 'cheapest' }],
    ['related.find', { of: { title: 'T' }, limit: 5, sort: 'closest' }],
    ['related.more', { provider: 'google', ids: {}, canAsk: true, address: { tabId: 7 } }],
    ['related.more', { provider: 'openalex', ids: {}, canAsk: true }],
    ['feed.edition', { source: 'acl' }],
    ['feed.edition', { source: 'arxiv', date: 'today' }],
    ['feed.edition', { source: 'arxiv', span: 'year' }],
    ['feed.pause', undefined],
    ['fill.start', { category: 'cs.LG', months: 0 }],
    ['fill.start', { category: 'cs.LG OR all', months: 3 }],
    ['fill.estimate', { category: 'cs.LG', months: 1.5 }],
    ['fill.stop', {}],
    ['feed.search', { text: 'x'.repeat(501), limit: 5 }],
    ['feed.status', {}],
    ['reading.save', { paper: { ...facts(), title: 7 }, state: 'done' }],
    ['reading.save', { paper: facts(), state: 'burnt' }],
    ['reading.remove', { key: 5 }],
    ['reading.import', { text: 5 }],
    ['data.deleteAll', true],
  ])('refuses %s with %j', (name, request) => {
    expect(codeOf(name, request, name.startsWith('page.') ? page : library)).toBe('bad-message');
  });

  it('hands over what the parser made of it', () => {
    expect(gate('reading.save', { paper: { ...facts(), evil: 1 }, state: 'done', more: 2 }, library)).toEqual(
      { paper: facts(), state: 'done' },
    );
  });
});
