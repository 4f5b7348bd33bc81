// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { useAsked } from '../../../../components/worker/use-asked';
import { AppError } from '../../../../lib/errors';

afterEach(cleanup);

describe('useAsked', () => {
  it('gives the answer, and asks again with a new version', async () => {
    let count = 0;
    const ask = async () => ++count;
    const { result, rerender } = renderHook(({ version }) => useAsked(ask, version)[0], {
      initialProps: { version: '1' },
    });
    expect(result.current).toEqual({ kind: 'loading' });
    await waitFor(() => expect(result.current).toEqual({ kind: 'ready', value: 1 }));
    rerender({ version: '2' });
    await waitFor(() => expect(result.current).toEqual({ kind: 'ready', value: 2 }));
  });

  it('keeps the last value, with the failure, when asking again fails', async () => {
    let isBroken = false;
    const ask = async () => {
      if (isBroken) throw new AppError('storage', 'broken');
      return 'value';
    };
    const { result } = renderHook(() => useAsked(ask));
    await waitFor(() => expect(result.current[0].kind).toBe('ready'));
    isBroken = true;
    act(() => result.current[1]());
    await waitFor(() =>
      expect(result.current[0]).toEqual({ kind: 'ready', value: 'value', failure: 'storage' }),
    );
  });

  it('fails as unexpected for an error that is none of ours', async () => {
    const ask = () => Promise.reject(new TypeError('x'));
    const { result } = renderHook(() => useAsked(ask)[0]);
    await waitFor(() => expect(result.current).toEqual({ kind: 'failed', code: 'unexpected' }));
  });

  it('drops an answer that was overtaken', async () => {
    const answers: ((text: string) => void)[] = [];
    const first = () => new Promise<string>((resolve) => answers.push(resolve));
    const second = async () => 'second';
    const { result, rerender } = renderHook(({ ask }) => useAsked(ask)[0], {
      initialProps: { ask: first as () => Promise<string> },
    });
    rerender({ ask: second });
    await waitFor(() => expect(result.current).toEqual({ kind: 'ready', value: 'second' }));
    await act(async () => answers[0]?.('first'));
    expect(result.current).toEqual({ kind: 'ready', value: 'second' });
  });

  it('shows a first part until the whole is here, but never in place of an older whole', async () => {
    let finish: (text: string) => void = () => undefined;
    const ask = (onFirst: (text: string) => void) => {
      onFirst('a part');
      return new Promise<string>((resolve) => {
        finish = resolve;
      });
    };
    const { result } = renderHook(() => useAsked(ask));
    await waitFor(() => expect(result.current[0]).toEqual({ kind: 'ready', value: 'a part' }));
    await act(async () => finish('the whole'));
    expect(result.current[0]).toEqual({ kind: 'ready', value: 'the whole' });

    await act(async () => result.current[1]());
    expect(result.current[0]).toEqual({ kind: 'ready', value: 'the whole' });
    await act(async () => finish('a newer whole'));
    expect(result.current[0]).toEqual({ kind: 'ready', value: 'a newer whole' });
  });

  it('never lets the value of one subject stand in for another', async () => {
    const ask = async () => 'about A';
    const broken = () => Promise.reject(new AppError('storage', 'broken'));
    const { result, rerender } = renderHook((props) => useAsked(props.ask, '', props.subject)[0], {
      initialProps: { ask: ask as () => Promise<string>, subject: 'A' },
    });
    await waitFor(() => expect(result.current.kind).toBe('ready'));

    rerender({ ask: broken, subject: 'B' });

    expect(result.current).toEqual({ kind: 'loading' });
    await waitFor(() => expect(result.current).toEqual({ kind: 'failed', code: 'storage' }));
  });
});
