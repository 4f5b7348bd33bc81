import { AppError, NetworkError, NotModifiedError } from './errors';
import { SECOND, DAY } from './model/dates';
import type { FeedErrorCode, Validators } from './model/feed/request';

/** Bytes that are no letter of the charset, and letters outside ASCII. */
const BROKEN = /\uFFFD/g;
// oxlint-disable-next-line no-control-regex -- ASCII is what we exclude.
const FOREIGN = /[^\u0000-\u007F\uFFFD]/g;

/**
 * One GET: the body as text. Errors: `NetworkError`, with a code that says what to do; `NotModifiedError`
 * when validators were sent and still hold.
 */
export type HttpGet = (url: string, options: HttpGetOptions) => Promise<string>;

export interface HttpGetOptions {
  /** Stops the request; the call then throws the signal's reason. */
  readonly signal: AbortSignal;
  /** Sent as `Accept`. */
  readonly accept: string;
  /** Those of the stored answer, which the server then need not send again. */
  readonly validators?: Validators | undefined;
  /** Receives the validators of a new answer; undefined when it has none. */
  readonly onValidators?: (validators: Validators | undefined) => void;
  /** Further headers, such as the reader's key. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an `HttpGet` runs on. */
export interface HttpGetConfig {
  /** @default globalThis.fetch */
  readonly fetch?: typeof globalThis.fetch;
  /** Ms since epoch, for `retryAtMs`. @default Date.now */
  readonly now?: () => number;
  /**
   * Time for the whole answer, including the body. Chromium stops a worker whose fetch takes 30 s.
   *
   * @default 25 s
   */
  readonly deadlineMs?: number;
  /**
   * Most bytes of a body, counted after decompression.
   *
   * @default 32 MiB, ten times the largest feed seen
   */
  readonly maxBytes?: number;
}

/**
 * Makes the one way to the network: GET only, no cookies, no referrer, no retries (the sync decides on
 * those).
 *
 * Errors: the call throws `NetworkError` (`network`, `timeout`, `too-large`, or a code for the status), or
 * the reason of the caller's signal.
 */
export function createHttpGet(config: HttpGetConfig = {}): HttpGet {
  // Wrapped, because `fetch` taken off `globalThis` refuses to be called with another `this`.
  const { fetch = (...request) => globalThis.fetch(...request), now = Date.now } = config;
  const { deadlineMs = 25 * SECOND, maxBytes = 32 * 1024 * 1024 } = config;

  return async (url, { signal, accept, headers, validators, onValidators }) => {
    const stop = new AbortController();
    const stopForCaller = (): void => stop.abort(signal.reason);
    signal.throwIfAborted();
    signal.addEventListener('abort', stopForCaller, { once: true });
    const timedOut = new NetworkError('timeout', `No complete answer in ${deadlineMs} ms from ${url}`);
    const timer = setTimeout(() => stop.abort(timedOut), deadlineMs);

    try {
      const response = await fetch(url, {
        method: 'GET',
        headers: { ...headers, Accept: accept, ...conditionHeaders(validators) },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'follow',
        // Our validators must reach the server, and its 304 must reach us; without any, the browser's copy will do.
        cache: validators === undefined ? 'no-cache' : 'no-store',
        signal: stop.signal,
      });
      if (response.status === 304 && validators !== undefined) throw new NotModifiedError(url);
      if (!response.ok) throw statusError(url, response, now());
      const text = await readText(response, maxBytes, stop.signal);
      onValidators?.(validatorsOf(response.headers));
      return text;
    } catch (error) {
      if (stop.signal.aborted) throw stop.signal.reason;
      if (error instanceof AppError) throw error;
      throw new NetworkError('network', `Could not fetch ${url}`, { cause: error });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stopForCaller);
      stop.abort(); // Releases a body that nobody reads; has no effect on one read to its end.
    }
  };
}

function statusError(url: string, response: Response, nowMs: number): NetworkError {
  const retryAtMs = retryAtMsOf(response.headers, nowMs);
  return new NetworkError(
    codeOfStatus(response.status),
    `HTTP ${response.status} from ${url}`,
    retryAtMs === null ? {} : { retryAtMs },
  );
}

function codeOfStatus(status: number): FeedErrorCode {
  if (status === 403) return 'blocked';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 408) return 'timeout';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'server-error' : 'http-error';
}

function conditionHeaders(validators: Validators | undefined): Record<string, string> {
  return {
    ...(validators?.etag !== undefined && { 'If-None-Match': validators.etag }),
    ...(validators?.lastModified !== undefined && { 'If-Modified-Since': validators.lastModified }),
  };
}

function validatorsOf(headers: Headers): Validators | undefined {
  const [etag, lastModified] = [headers.get('etag'), headers.get('last-modified')];
  if (etag === null && lastModified === null) return undefined;
  return { ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
}

async function readText(response: Response, maxBytes: number, signal: AbortSignal): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    signal.throwIfAborted(); // A body that an abort has ended is not whole.
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      throw new NetworkError('too-large', `More than ${maxBytes} bytes from ${response.url}`);
    }
    chunks.push(value);
  }
  return decodeText(joined(chunks, length), response.headers.get('content-type') ?? '');
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/**
 * When a server wants to be asked again, from the headers of a refusal; null when it does not say.
 *
 * Units: ms since epoch, between now and a day from now: no header may silence a source for longer.
 *
 * Source: `Retry-After` (RFC 9110, 10.2.3); `RateLimit` and `RateLimit-Reset` (drafts 06 and 10 of
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/), of which Hugging Face sends one.
 */
export function retryAtMsOf(headers: Headers, nowMs: number): number | null {
  const waitMs =
    retryAfterMs(headers, nowMs) ?? rateLimitMs(headers) ?? secondsMs(headers.get('ratelimit-reset'));
  return waitMs === null ? null : nowMs + Math.min(Math.max(waitMs, 0), DAY);
}

function retryAfterMs(headers: Headers, nowMs: number): number | null {
  const text = headers.get('retry-after');
  if (text === null) return null;
  const atMs = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(atMs)) return secondsMs(text);
  // Both dates are by the server's clock, so a wrong clock on this machine does not matter.
  const serverNowMs = Date.parse(headers.get('date') ?? '');
  return atMs - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs);
}

/** The longest reset among the used-up quotas: `"api";r=0;t=55, "pages";r=12;t=80` waits 55 s. */
function rateLimitMs(headers: Headers): number | null {
  const quotas = (headers.get('ratelimit') ?? '').split(/,(?=\s*")/).flatMap((quota) => {
    const resetMs = secondsMs(parameter(quota, 't') ?? parameter(quota, 'reset'));
    const remaining = Number(parameter(quota, 'r') ?? parameter(quota, 'remaining') ?? 0);
    return resetMs === null ? [] : [{ resetMs, remaining }];
  });
  const usedUp = quotas.filter(({ remaining }) => remaining === 0);
  const waits = (usedUp.length > 0 ? usedUp : quotas).map(({ resetMs }) => resetMs);
  return waits.length === 0 ? null : Math.max(...waits);
}

function parameter(quota: string, name: string): string | null {
  return new RegExp(`(?:^|[;,])\\s*${name}=(\\d+)`, 'i').exec(quota)?.[1] ?? null;
}

function secondsMs(text: string | null): number | null {
  return text !== null && /^\s*\d{1,10}\s*$/.test(text) ? Number(text) * SECOND : null;
}

/**
 * The text of a body, whatever its header says of the charset.
 *
 * JSON and arXiv's feeds are UTF-8, so we try that first. Other bytes are read in the header's charset or, if
 * that does not fit, as Windows-1252: a name in wrong letters would replace the right one in the store. UTF-8
 * with a single broken letter stays UTF-8.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const text = new TextDecoder().decode(bytes);
  const broken = count(text, BROKEN);
  if (broken === 0) return text;
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  const declared = decodeStrictly(bytes, charset);
  if (declared !== null) return declared;
  return broken > count(text, FOREIGN) + 1 ? new TextDecoder('windows-1252').decode(bytes) : text;
}

/** Null for an unknown charset, and for bytes that do not belong to it. */
function decodeStrictly(bytes: Uint8Array, charset: string): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null; // The docstring names both cases.
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
