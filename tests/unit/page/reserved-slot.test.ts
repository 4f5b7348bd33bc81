// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { findReservedSlot } from '../../../lib/page/reserved-slot';

const anchors = ['.newest', '.older'];

beforeEach(() => {
  document.body.innerHTML = '<div class="newest"></div><div class="older"></div>';
});

function reserve(selector: string, value = ' reserved'): void {
  document.querySelector<HTMLElement>(selector)?.style.setProperty('--paperkin-slot', value);
}

describe('findReservedSlot', () => {
  it('is the first anchor whose slot our style sheet reserved', () => {
    reserve('.newest');
    reserve('.older');
    expect(findReservedSlot(anchors)?.className).toBe('newest');
  });

  it('passes over an anchor that is there without a slot', () => {
    reserve('.older');
    expect(findReservedSlot(anchors)?.className).toBe('older');
  });

  it.each([
    ['no anchor is there', []],
    ['none has a slot', anchors],
  ])('is null when %s', (_, known) => {
    expect(findReservedSlot(known)).toBeNull();
  });

  it('is null when the mark says something else', () => {
    reserve('.newest', 'other');
    expect(findReservedSlot(anchors)).toBeNull();
  });
});
