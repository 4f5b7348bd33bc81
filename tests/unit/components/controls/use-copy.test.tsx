// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useCopy } from '../../../../components/controls/use-copy';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('useCopy', () => {
  it('says for two seconds that it has copied', async () => {
    const copied: string[] = [];
    const { result } = renderHook(() => useCopy(async (text) => void copied.push(text)));
    await act(async () => result.current[1]('a text'));
    expect(copied).toEqual(['a text']);
    expect(result.current[0]).toBe('copied');
    act(() => void vi.advanceTimersByTime(2000));
    expect(result.current[0]).toBe('idle');
  });

  it('says so when the browser refuses', async () => {
    const { result } = renderHook(() => useCopy(() => Promise.reject(new Error('no'))));
    await act(async () => result.current[1]('a text'));
    expect(result.current[0]).toBe('failed');
  });

  it('falls back to the old command where the clipboard is forbidden', async () => {
    const values: string[] = [];
    document.execCommand = () => {
      values.push(document.querySelector('textarea')?.value ?? '');
      return true;
    };
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.reject(new DOMException('x', 'NotAllowedError')) },
    });
    const { result } = renderHook(() => useCopy());
    await act(async () => result.current[1]('a text'));
    expect(values).toEqual(['a text']);
    expect(result.current[0]).toBe('copied');
    expect(document.querySelector('textarea')).toBeNull();
  });
});
