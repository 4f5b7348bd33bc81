import type { BrowserContext, CDPSession } from 'playwright-core';
import { FIND_MEASURE } from '../../../lib/services/pages/related';

/** The extension's worker, asked over the DevTools protocol. */
export type WorkerSession = Awaited<ReturnType<typeof attachToWorker>>;

/** Attaches to the running worker. Errors: if there is none. */
export async function attachToWorker(context: BrowserContext, extensionId: string) {
  const browser = context.browser();
  if (browser === null) throw new Error('This browser cannot be asked about its workers.');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(extensionId));
  if (worker === undefined) throw new Error('The worker does not run.');
  const { targetId } = worker;
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  const send = createSender(session, sessionId);
  /** Runs a program in the worker and awaits its promise. Errors: those of the program. */
  async function evaluate(program: string): Promise<unknown> {
    const options = { expression: program, awaitPromise: true, returnByValue: true };
    const answer = (await send('Runtime.evaluate', options)) as Evaluated;
    if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails));
    return answer.result.value;
  }
  return {
    /** Ms that the last look-up took inside the worker, without the message. Errors: when there was none. */
    async lastFindMs(): Promise<number> {
      const ms = await evaluate(`performance.getEntriesByName('${FIND_MEASURE}')[0]?.duration ?? null`);
      if (typeof ms !== 'number') throw new Error('The worker has answered no look-up.');
      return ms;
    },
    evaluate,
    /** Bytes of the heap and of typed arrays, after a collection. */
    async heapUsage() {
      await send('HeapProfiler.enable');
      await send('HeapProfiler.collectGarbage');
      await send('HeapProfiler.collectGarbage'); // The first frees wrappers, the second what they held.
      return (await send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize: number }; // Chromium's protocol.
    },
    detach: () => session.detach(),
  };
}

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: unknown;
}

/** Passes messages on by hand, as Playwright has no sessions for the workers of extensions. */
function createSender(session: CDPSession, sessionId: string) {
  let lastId = 0;
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  session.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return;
    const { id, result, error } = JSON.parse(event.message) as Answer;
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id !== undefined) waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error.message));
  });
  return async (method: string, params: object = {}): Promise<unknown> => {
    const id = ++lastId;
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    await session.send('Target.sendMessageToTarget', {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    return answer;
  };
}

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
