import { describe, expect, it } from 'vitest';
import { webHost, webPath } from '../../../../lib/sites/urls/web-host';

describe('webHost', () => {
  it.each([
    ['https://ARXIV.org/abs/1', 'arxiv.org'],
    ['http://arxiv.org:80/', 'arxiv.org'],
    ['https://arxiv.org:443/', 'arxiv.org'],
    ['https://arxiv.org:8443/', ''],
    ['https://someone@arxiv.org/', ''],
    ['https://:secret@arxiv.org/', ''],
    ['ftp://arxiv.org/', ''],
    ['about:blank', ''],
  ])('of %s is %j', (url, expected) => {
    expect(webHost(new URL(url))).toBe(expected);
  });
});

describe('webPath', () => {
  it.each([
    ['https://a.org/b//', '/b'],
    ['https://a.org/', ''],
    ['https://a.org/b%3Ac?d#e', '/b:c'],
    ['https://a.org/%E0%A4%A', '/%E0%A4%A'],
  ])('of %s is %j', (url, expected) => {
    expect(webPath(new URL(url))).toBe(expected);
  });
});
