import { describe, expect, it } from 'vitest';
import { parseWebLink } from '../../../lib/sources/web-link';

describe('parseWebLink', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    [' https://example.org/a ', 'https://example.org/a'],
    ['https://example.org/\nb', 'https://example.org/b'],
    ['http://example.org/a?b#c', 'http://example.org/a?b#c'],
    ['HTTPS://Example.org/A', 'https://example.org/A'],
    ['https://example.org/x and more', 'https://example.org/x%20and%20more'],
    ['javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.org', null],
    ['/a', null],
    ['example.org', null],
    ['https://', null],
    ['https://good.example@evil.example/', null],
    ['', null],
  ])('reads %j as %j', (text, link) => {
    expect(parseWebLink(text)).toBe(link);
  });

  it('accepts only the schemes it is told', () => {
    expect(parseWebLink('http://example.org', ['https:'])).toBeNull();
  });
});
