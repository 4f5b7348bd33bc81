import { browser } from 'wxt/browser';
import { AppError, type ErrorCode } from '../errors';
import { SECOND } from '../model/dates';
import type { Answer, AnswerOf, Call, Json, RequestArguments } from './envelope';
import type { PageProtocol, Protocol } from './protocol';

/** The worker answers within milliseconds, a first look-up within seconds. After this, no answer is coming. */
const DEADLINE_MS = 15 * SECOND;
/** By then a worker that is just stopping is gone, and the next message starts it anew. */
const PAUSE_MS = SECOND / 4;

/** Carries a call and gives the raw answer: `runtime.sendMessage`, or a direct line in tests. */
export type Transport = (call: Call) => Promise<unknown>;

/** A call that the other side refused or could not carry out. */
export class RemoteError extends AppError {
  override readonly name = 'RemoteError';
}

/** Asks the worker. */
export type Send = <K extends keyof Protocol>(
  name: K,
  ...request: RequestArguments<Protocol[K]>
) => Promise<AnswerOf<Protocol[K]>>;

/**
 * Makes a `send` over a transport.
 *
 * Errors: `RemoteError` with the other side's code; `unavailable` when nothing answers, after one retry,
 * since the first message may find the worker just stopping; `reload-page` when the extension was updated
 * while the page was open.
 */
export function createSend(transport: Transport, deadlineMs = DEADLINE_MS): Send {
  return async (name, ...[request]) => {
    const call: Call = {
      paperkin: 1,
      name,
      ...(request === undefined ? {} : { request: request as unknown as Json }), // Protocol payloads are JSON: tests/unit/messages/envelope.test.ts.
    };
    const answer = await withinDeadline(transport, call, { deadlineMs, pauseMs: PAUSE_MS });
    return unwrap(answer) as AnswerOf<Protocol[typeof name]>; // The handler's type is the same Protocol's.
  };
}

/** Asks the worker over `runtime.sendMessage`. */
export const send: Send = createSend(sendToWorker);

/** Asks the content script of a tab. Errors: as `send`; `unavailable` when our script does not run there. */
export async function sendToPage(tabId: number, name: keyof PageProtocol): Promise<void> {
  const call: Call = { paperkin: 1, name };
  const transport = (item: Call) => browser.tabs.sendMessage(tabId, item, { frameId: 0 });
  unwrap(await withinDeadline(transport, call, { deadlineMs: SECOND, pauseMs: 0 }));
}

async function sendToWorker(call: Call): Promise<unknown> {
  // After an update the old content script lives on, but its runtime is gone.
  if (browser.runtime?.id === undefined) throw new AppError('reload-page', 'The extension was updated.');
  return browser.runtime.sendMessage(call);
}

async function withinDeadline(
  transport: Transport,
  call: Call,
  { deadlineMs, pauseMs }: { readonly deadlineMs: number; readonly pauseMs: number },
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    if (attempt > 1 && pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    try {
      const answer = await beforeDeadline(transport(call), deadlineMs);
      if (isAnswer(answer)) return answer;
      if (attempt === 2) throw new AppError('unavailable', `No answer to ${call.name}.`);
    } catch (error) {
      if (isInvalidated(error))
        throw new AppError('reload-page', 'The extension was updated.', { cause: error });
      if (error instanceof AppError) throw error;
      if (attempt === 2) throw new AppError('unavailable', `No answer to ${call.name}.`, { cause: error });
    }
  }
}

async function beforeDeadline(answer: Promise<unknown>, deadlineMs: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<never>((_, reject) => {
    const late = new AppError('unavailable', `No answer in ${deadlineMs} ms.`);
    timer = setTimeout(() => reject(late), deadlineMs);
  });
  try {
    return await Promise.race([answer, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

function unwrap(answer: Answer): unknown {
  if (answer.ok) return answer.value;
  throw new RemoteError(answer.error.code, answer.error.message);
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

function isInvalidated(error: unknown): boolean {
  return error instanceof Error && /context invalidated/i.test(error.message);
}

/** The code of a failure; `unexpected` for an error that we did not make. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'unexpected';
}
