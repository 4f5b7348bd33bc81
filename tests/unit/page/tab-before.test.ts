// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isTabOfBefore, rememberTab, SETTLED_MS } from '../../../lib/page/tab-before';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  vi.advanceTimersByTime(SETTLED_MS);
  document.title = 'before';
});
afterEach(() => vi.useRealTimers());

describe('isTabOfBefore', () => {
  it('is true from a navigation until the title changes', () => {
    rememberTab();
    expect(isTabOfBefore()).toBe(true);
    document.title = 'after';
    expect(isTabOfBefore()).toBe(false);
  });

  it('is true no longer once the page had time to change it', () => {
    rememberTab();
    vi.advanceTimersByTime(SETTLED_MS);
    expect(isTabOfBefore()).toBe(false);
  });
});
