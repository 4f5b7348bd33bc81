import { browser, type Browser } from 'wxt/browser';
import { AppError } from '../errors';
import { report } from '../log';
import {
  type Answer,
  type AnswerOf,
  type Call,
  isCall,
  type Json,
  type JsonProtocol,
  type RequestOf,
} from './envelope';
import type { PageProtocol } from './protocol';

/** The sender of a call, as the browser reports it. */
export type Sender = Pick<Browser.runtime.MessageSender, 'frameId' | 'id' | 'tab' | 'url'>;

/** One function per message. A missing or misspelt one, or a payload that is not JSON, does not compile. */
export type Handlers<TProtocol extends JsonProtocol<TProtocol>> = {
  readonly [K in keyof TProtocol]: (
    request: RequestOf<TProtocol[K]>,
    sender: Sender,
  ) => AnswerOf<TProtocol[K]> | Promise<AnswerOf<TProtocol[K]>>;
};

/**
 * Checks a call and parses its payload, with or without a promise. Errors: `AppError` `forbidden` or
 * `bad-message`.
 */
export type Gate<TProtocol> = (name: keyof TProtocol, request: unknown, sender: Sender) => unknown;

/**
 * Answers calls by name. The gate checks sender and payload; an error becomes its code.
 *
 * Foreign calls, and names that this side does not know, get no answer: another listener may answer them.
 */
export function createReceiver<TProtocol extends JsonProtocol<TProtocol>>(
  handlers: Handlers<TProtocol>,
  gate: Gate<TProtocol>,
) {
  return (message: unknown, sender: Sender): Promise<Answer> | null => {
    if (!isCall(message) || !Object.hasOwn(handlers, message.name)) return null;
    return answer(handlers, gate, message, sender);
  };
}

/**
 * Listens on `runtime.onMessage`. Call it synchronously at start, or the browser will not wake the worker for
 * it. `onCall` gets each call that is being answered.
 */
export function listen<TProtocol extends JsonProtocol<TProtocol>>(
  handlers: Handlers<TProtocol>,
  gate: Gate<TProtocol>,
  onCall: (answering: Promise<unknown>) => void = () => undefined,
): () => void {
  const receive = createReceiver(handlers, gate);
  // `sendResponse` with `true`, not a promise: wxt's fake browser knows only this form.
  const listener = (message: unknown, sender: Sender, sendResponse: (answer: unknown) => void) => {
    const answering = receive(message, sender);
    if (answering === null) return undefined;
    onCall(answering);
    void answering.then(sendResponse);
    return true as const;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

async function answer<TProtocol extends JsonProtocol<TProtocol>>(
  handlers: Handlers<TProtocol>,
  gate: Gate<TProtocol>,
  call: Call,
  sender: Sender,
): Promise<Answer> {
  const name = call.name as keyof TProtocol; // The caller has checked that the handlers have it.
  try {
    const gated = gate(name, call.request, sender);
    // Waits only if it must: in the worker a click counts only until the first pause.
    const request = gated instanceof Promise ? ((await gated) as unknown) : gated;
    const value = await handlers[name](request as RequestOf<TProtocol[typeof name]>, sender); // What its schema gave.
    return value === undefined ? { ok: true } : { ok: true, value: value as Json };
  } catch (error) {
    if (!(error instanceof AppError)) report(`messages: ${call.name}`, error);
    const code = error instanceof AppError ? error.code : 'unexpected';
    return { ok: false, error: { code, message: error instanceof Error ? error.message : String(error) } };
  }
}

/** Accepts our own worker only; page calls carry no payload. */
export const fromWorker: Gate<PageProtocol> = (name, _request, sender) => {
  const isOurs = sender.id === browser.runtime.id && sender.tab === undefined;
  if (!isOurs) throw new AppError('forbidden', `${name} is for the worker only.`);
};
