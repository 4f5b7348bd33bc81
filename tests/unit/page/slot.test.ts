// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findReservedSlot, keepInSlot, releaseSlot, reserveSlot } from '../../../lib/page/slot';

describe('reserveSlot', () => {
  const mark = () => document.documentElement.getAttribute('data-paperkin');

  it('tells the style sheet which host this is, until the slot is given back', () => {
    reserveSlot();
    expect(mark()).toBe(location.hostname);
    releaseSlot();
    expect(mark()).toBeNull();
  });
});

describe('findReservedSlot', () => {
  const anchors = ['.newest', '.older'];
  beforeEach(() => {
    document.body.innerHTML = '<div class="newest"></div><div class="older"></div>';
  });

  function reserve(selector: string, value = ' reserved'): void {
    document.querySelector<HTMLElement>(selector)?.style.setProperty('--paperkin-slot', value);
  }

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

describe('keepInSlot', () => {
  let end: AbortController;
  let host: HTMLElement;
  beforeEach(() => {
    end = new AbortController();
    document.body.innerHTML = '<main><div class="slot"></div></main>';
    host = document.createElement('paperkin-annotation');
  });
  afterEach(() => {
    end.abort();
    document.body.replaceChildren();
  });

  const slot = () => document.querySelector('.slot');
  const changed = () => new Promise((resolve) => setTimeout(resolve));
  function keep(): void {
    slot()?.append(host);
    keepInSlot(host, slot, end.signal);
  }

  it('re-inserts the element when the page removes it', async () => {
    keep();
    host.remove();
    await changed();
    expect(host.parentElement).toBe(slot());
  });

  it('moves to the new slot when the page has redrawn everything', async () => {
    keep();
    document.body.innerHTML = '<div class="slot" id="new"></div>';
    await changed();
    expect(host.parentElement?.id).toBe('new');
  });

  it('gives up when the slot is gone', async () => {
    keep();
    document.body.innerHTML = '';
    await changed();
    document.body.innerHTML = '<div class="slot"></div>';
    await changed();
    expect(host.isConnected).toBe(false);
  });

  it('gives up on a page that keeps removing it, after five returns', async () => {
    keep();
    let removals = 0;
    for (; host.isConnected && removals < 100; removals++) {
      host.remove();
      await changed();
    }
    expect(removals).toBe(6);
  });

  it('does not re-insert the element after the end', async () => {
    keep();
    end.abort();
    host.remove();
    await changed();
    expect(host.isConnected).toBe(false);
  });
});
