// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CopyButton } from '../../../../components/controls/CopyButton';

beforeEach(() => void vi.useFakeTimers());
/** Shows the button, clicks it, and gives the outcome that it announces. */
async function clicked(copy?: (text: string) => Promise<void>) {
  const seam = copy === undefined ? {} : { copy_: copy };
  render(<CopyButton icon="link" label="Copy link" name="Copy link" text="a text" {...seam} />);
  await act(async () => screen.getByRole('button').click());
  return () => screen.getByRole('status').textContent;
}

describe('CopyButton', () => {
  it('says for two seconds that it has copied', async () => {
    const copied: string[] = [];
    const outcome = await clicked(async (text) => void copied.push(text));
    expect(copied).toEqual(['a text']);
    expect(outcome()).toBe('Copied');
    act(() => void vi.advanceTimersByTime(2000));
    expect(outcome()).toBe('');
  });

  it('says so when the browser refuses', async () => {
    const outcome = await clicked(() => Promise.reject(new Error('no')));
    expect(outcome()).toBe('Failed');
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
    const outcome = await clicked();
    expect(values).toEqual(['a text']);
    expect(outcome()).toBe('Copied');
    expect(document.querySelector('textarea')).toBeNull();
  });
});
