// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { takeOver, whenReady } from '../../../lib/page/lifecycle';

describe('takeOver', () => {
  it('ends the script of the same name that runs already, and no other', () => {
    const watch = takeOver('watch');
    const first = takeOver('annotate');
    const second = takeOver('annotate');
    expect([watch.aborted, first.aborted, second.aborted]).toEqual([false, true, false]);
  });
});

let idle: (() => void)[];

beforeEach(() => {
  idle = [];
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => idle.push(callback));
});

const parsing = (state: DocumentReadyState) =>
  vi.spyOn(Document.prototype, 'readyState', 'get').mockReturnValue(state);

async function stateOf(waiting: Promise<void>): Promise<'ready' | 'waits'> {
  return Promise.race([
    waiting.then(() => 'ready' as const),
    new Promise<'waits'>((resolve) => setTimeout(() => resolve('waits'))),
  ]);
}

describe('whenReady', () => {
  it.each<DocumentReadyState>(['interactive', 'complete'])(
    'waits for an idle moment of a page that is %s',
    async (state) => {
      parsing(state);
      const waiting = whenReady(new AbortController().signal);
      expect(await stateOf(waiting)).toBe('waits');
      idle[0]?.();
      expect(await stateOf(waiting)).toBe('ready');
    },
  );

  it('waits for the page to be parsed first', async () => {
    parsing('loading');
    const waiting = whenReady(new AbortController().signal);
    await stateOf(waiting);
    expect(idle).toEqual([]);
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await stateOf(waiting);
    idle[0]?.();
    expect(await stateOf(waiting)).toBe('ready');
  });

  it('stops waiting when the reader leaves the page', async () => {
    parsing('loading');
    const left = new AbortController();
    const waiting = whenReady(left.signal);
    left.abort();
    document.dispatchEvent(new Event('DOMContentLoaded'));
    expect(await stateOf(waiting)).toBe('waits');
    expect(idle).toEqual([]);
  });
});
