// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isTabOfBefore, SETTLED_MS, watchLocation } from '../../../lib/page/location';

let end: AbortController;
let seen: string[];

beforeEach(() => {
  vi.useFakeTimers();
  history.replaceState(null, '', '/abs/1');
  end = new AbortController();
  seen = [];
});
afterEach(() => {
  end.abort();
});

const watch = () => watchLocation((url) => seen.push(url.pathname + url.hash), end.signal);

describe('watchLocation, with the Navigation API', () => {
  let navigation: EventTarget;
  beforeEach(() => {
    navigation = new EventTarget();
    vi.stubGlobal('navigation', navigation);
  });
  const commit = () => navigation.dispatchEvent(new Event('currententrychange'));

  it('reports each address that the page has gone on to, once', () => {
    watch();
    history.pushState(null, '', '/abs/2');
    commit();
    commit();
    history.pushState(null, '', '/abs/2#refs');
    commit();
    expect(seen).toEqual(['/abs/2', '/abs/2#refs']);
  });

  it('says nothing about a navigation that only begins: a mail link, a download, leaving the page', () => {
    watch();
    navigation.dispatchEvent(new Event('navigate'));
    vi.advanceTimersByTime(5000);
    expect(seen).toEqual([]);
  });

  it('ends with its signal', () => {
    watch();
    end.abort();
    history.pushState(null, '', '/abs/2');
    commit();
    expect(seen).toEqual([]);
  });
});

describe('watchLocation, without the Navigation API', () => {
  beforeEach(() => vi.stubGlobal('navigation', undefined));

  it('looks each second, and no longer than its signal lives', () => {
    watch();
    history.pushState(null, '', '/abs/2');
    vi.advanceTimersByTime(1000);
    expect(seen).toEqual(['/abs/2']);
    end.abort();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('isTabOfBefore', () => {
  function navigate(): void {
    vi.stubGlobal('navigation', undefined);
    document.title = 'before';
    watch();
    history.pushState(null, '', '/abs/2');
    vi.advanceTimersByTime(1000);
  }

  it('is true from a navigation until the title changes', () => {
    navigate();
    expect(isTabOfBefore()).toBe(true);
    document.title = 'after';
    expect(isTabOfBefore()).toBe(false);
  });

  it('is false once the page had time to change the title', () => {
    navigate();
    vi.advanceTimersByTime(SETTLED_MS);
    expect(isTabOfBefore()).toBe(false);
  });
});
