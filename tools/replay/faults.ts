import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ReplayResponse } from './types';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';

/** Which requests a fault hits; an absent part matches everything. */
export interface FaultMatcher {
  /** Host name without port. */
  readonly host?: string;
  /** Tested on path and query, as `/api/daily_papers?date=2026-06-09`. */
  readonly path?: RegExp;
  /** How many times it strikes. @default Infinity */
  readonly times?: number;
}

/** Answers instead of the server, or not at all. `proper`: what the server would have answered. */
export type FaultResponder = (exchange: {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly proper: ReplayResponse;
}) => void;

/** Status 429 in arXiv's words, with `Retry-After` when seconds are given. */
export function rateLimited(retryAfterSeconds?: number): FaultResponder {
  return ({ response }) => {
    if (retryAfterSeconds !== undefined) response.setHeader('retry-after', String(retryAfterSeconds));
    response.writeHead(429, { 'content-type': 'text/plain' }).end('Rate exceeded.');
  };
}

/** A web page with status 200 where data was expected: what a captive portal or a bot check sends. */
export function htmlInstead(): FaultResponder {
  return ({ response }) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Just a moment...</title><p>Checking your browser.</p>');
  };
}

/** The proper answer cut in the middle, with a proper length: no client sees this below the parser. */
export function truncated(): FaultResponder {
  return ({ response, proper }) => {
    const body = Buffer.from(proper.body);
    response.writeHead(proper.status, proper.headers).end(body.subarray(0, Math.floor(body.length / 2)));
  };
}

/** The proper status with another body. */
export function bodyInstead(body: string): FaultResponder {
  return ({ response, proper }) => {
    response.writeHead(proper.status, proper.headers).end(body);
  };
}

/** Never answers; the connection stays open until the server closes. */
export function hang(): FaultResponder {
  return () => undefined;
}

/** Drops the connection, as if the network were gone: the client gets no answer. */
export function offline(): FaultResponder {
  return ({ request }) => {
    request.socket.destroy();
  };
}

/** The active faults, newest first. */
export class FaultList {
  readonly #faults: { matcher: FaultMatcher; responder: FaultResponder; left: number }[] = [];

  /** Adds a fault; the returned function removes it. */
  add(matcher: FaultMatcher, responder: FaultResponder): () => void {
    const fault = { matcher, responder, left: matcher.times ?? Infinity };
    this.#faults.unshift(fault);
    return () => {
      fault.left = 0;
    };
  }

  /** The responder for a request, which counts as one strike; null if no fault applies. */
  take(host: string, path: string): FaultResponder | null {
    const fault = this.#faults.find(
      ({ matcher, left }) =>
        left > 0 &&
        (matcher.host === undefined || matcher.host === host) &&
        (matcher.path === undefined || matcher.path.test(path)),
    );
    if (fault === undefined) return null;
    fault.left -= 1;
    return fault.responder;
  }
}

const MEBIBYTE = 1024 * 1024;

/** A status with a page of its own, whatever was asked for. */
export function statusInstead(
  status: number,
  headers: Readonly<Record<string, string>> = {},
): FaultResponder {
  return ({ response }) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(`<h1>${status}</h1>`);
  };
}

/** Sends half of the proper answer, and drops the connection. */
export function resetInBody(): FaultResponder {
  return ({ request, response, proper }) => {
    const body = Buffer.from(proper.body);
    response.writeHead(proper.status, { ...proper.headers, 'content-length': String(body.length) });
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => request.socket.destroy());
  };
}

/** Moved for good, to where it was. */
export function redirectLoop(): FaultResponder {
  return ({ request, response }) => {
    response.writeHead(301, { location: request.url ?? '/' }).end();
  };
}

/** The proper answer in Latin-1, with a header that says UTF-8. */
export function wrongCharset(): FaultResponder {
  return ({ response, proper }) => {
    const body = Buffer.from(Buffer.from(proper.body).toString('utf8'), 'latin1');
    response.writeHead(proper.status, proper.headers).end(body);
  };
}

/** A body of a million bytes that unpacks into a thousand times as many. */
export function gzipBomb(unpackedBytes = 1024 * MEBIBYTE): FaultResponder {
  return ({ response, proper }) => {
    response.writeHead(200, { ...proper.headers, 'content-encoding': 'gzip' });
    const block = Buffer.alloc(MEBIBYTE, ' ');
    const blocks = Array.from({ length: unpackedBytes / MEBIBYTE }, () => block);
    const packed = Readable.from(blocks).pipe(createGzip({ level: 1 }));
    response.on('close', () => packed.destroy()); // Who has had enough hangs up.
    packed.pipe(response);
  };
}
