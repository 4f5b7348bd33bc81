// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { findReservedPlace, givePlaceBack, reservePlace } from '../../../lib/page/reserved-place';
import { siteOf } from '../../support/fake-access';

const anchors = ['.newest', '.older'].map((selector) => ({ selector, seen: '2026-11-20' }));

beforeEach(() => {
  document.body.innerHTML = '<div class="newest"></div><div class="older"></div>';
});

function reserve(selector: string, value = ' reserved'): void {
  document.querySelector<HTMLElement>(selector)?.style.setProperty('--paperkin-place', value);
}

describe('findReservedPlace', () => {
  it('is the first anchor whose place our style sheet reserved', () => {
    reserve('.newest');
    reserve('.older');
    expect(findReservedPlace(anchors)?.className).toBe('newest');
  });

  it('passes over an anchor that is there without a place', () => {
    reserve('.older');
    expect(findReservedPlace(anchors)?.className).toBe('older');
  });

  it.each([
    ['no anchor is there', []],
    ['none has a place', anchors],
  ])('is null when %s', (_, known) => {
    expect(findReservedPlace(known)).toBeNull();
  });

  it('is null when the mark says something else', () => {
    reserve('.newest', 'other');
    expect(findReservedPlace(anchors)).toBeNull();
  });
});

describe('reservePlace', () => {
  const mark = () => document.documentElement.getAttribute('data-paperkin');

  it('tells the style sheet which site this is, until the place is given back', () => {
    reservePlace(siteOf('arxiv', { anchors }));
    expect(mark()).toBe('arxiv');
    givePlaceBack();
    expect(mark()).toBeNull();
  });

  it('leaves no trace on a site without a place', () => {
    reservePlace(siteOf('forum'));
    expect(mark()).toBeNull();
  });
});
