// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { findReservedPlace } from '../../../lib/page/reserved-place';

const anchors = ['.newest', '.older'];

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
