import { describe, expect, it } from 'vitest';
import {
  ALL_SITES,
  areAllGranted,
  hostOf,
  isHostGranted,
  isOnHost,
  originsOf,
} from '../../../../lib/model/access/hosts';

describe('hostOf', () => {
  it.each([
    ['*://arxiv.org/abs/*', 'arxiv.org'],
    ['https://*.nature.com/articles/*', '*.nature.com'],
    [ALL_SITES, '*'],
    ['not a pattern', ''],
  ])('%s: %j', (pattern, host) => expect(hostOf(pattern)).toBe(host));
});

describe('isOnHost', () => {
  it.each([
    ['arxiv.org', 'arxiv.org', true],
    ['www.arxiv.org', 'arxiv.org', false],
    ['bjo.bmj.com', '*.bmj.com', true],
    ['bmj.com', '*.bmj.com', true],
    ['evilbmj.com', '*.bmj.com', false],
    ['', '*.bmj.com', false],
  ])('%j on %s: %s', (host, pattern, expected) => expect(isOnHost(host, pattern)).toBe(expected));
});

describe('originsOf', () => {
  it('gives each host once, whatever the path', () => {
    expect(originsOf(['*://b.org/x/*', '*://a.org/y', '*://b.org/z'])).toEqual([
      '*://a.org/*',
      '*://b.org/*',
    ]);
  });
});

describe('isHostGranted', () => {
  it.each([
    ['the very host', 'a.org', '*://a.org/*', true],
    ['the host, https only', 'a.org', 'https://a.org/*', true],
    ['the host, http only', 'a.org', 'http://a.org/*', false],
    ['another host', 'a.org', '*://b.org/*', false],
    ['a host that ends alike', 'nota.org', '*://*.a.org/*', false],
    ['a domain and all below it', 'www.a.org', '*://*.a.org/*', true],
    ['the domain itself', 'a.org', '*://*.a.org/*', true],
    ['all below, where only one is granted', '*.a.org', '*://www.a.org/*', false],
    ['all below, all granted', '*.a.org', '*://*.a.org/*', true],
    ['every site', 'a.org', ALL_SITES, true],
    ['every site, in the browser’s words', 'a.org', '<all_urls>', true],
    ['files', 'a.org', 'file:///*', false],
  ])('%s', (_, host, origin, expected) => expect(isHostGranted(host, [origin])).toBe(expected));

  it('is false when nothing is granted', () => expect(isHostGranted('a.org', [])).toBe(false));
});

describe('areAllGranted', () => {
  it('recognises a pattern for every site, not one for many sites', () => {
    expect(areAllGranted(['https://*/*'])).toBe(true);
    expect(areAllGranted(['*://*.org/*', '*://a.org/*'])).toBe(false);
  });
});
