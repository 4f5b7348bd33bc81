// @vitest-environment node
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { NetworkError } from '../../lib/errors';
import { createHttpGet, decodeText, retryAtMsOf } from '../../lib/http';
import type { HttpGetConfig } from '../../lib/http';

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return `http://127.0.0.1:${address.port}/`;
}

function get(url: string, config?: HttpGetConfig, signal = new AbortController().signal): Promise<string> {
  return createHttpGet(config)(url, { signal, accept: 'application/json' });
}

async function failure(promise: Promise<unknown>): Promise<NetworkError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NetworkError);
  return error as NetworkError; // Checked on the line above.
}

describe('createHttpGet', () => {
  it('gives the body and sends what was asked for, without cookies or referrer', async () => {
    let seen: IncomingMessage | undefined;
    const url = await serve((request, response) => {
      seen = request;
      response.end('[]');
    });

    const body = await get(url);

    expect(body).toBe('[]');
    expect(seen?.method).toBe('GET');
    expect(seen?.headers).toMatchObject({ accept: 'application/json' });
    expect(Object.keys(seen?.headers ?? {})).not.toContain('cookie');
    expect(Object.keys(seen?.headers ?? {})).not.toContain('referer');
  });

  it('asks the browser for no credentials, no referrer, and a check of its cache', async () => {
    let options: RequestInit | undefined;
    const fetch: typeof globalThis.fetch = async (_, init) => {
      options = init;
      return new Response('');
    };

    await get('http://localhost/', { fetch });

    expect(options).toMatchObject({
      method: 'GET',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      cache: 'no-cache',
    });
  });

  it.each<[string, number[], string]>([
    ['application/json', [0xc3, 0xa9], 'é'],
    ['text/xml; charset="ISO-8859-1"', [0xe9], 'é'],
    ['text/xml; charset=utf-8', [0xef, 0xbb, 0xbf, 0x61], 'a'],
  ])('decodes %s', async (contentType, bytes, text) => {
    const url = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': contentType }).end(Buffer.from(bytes));
    });

    expect(await get(url)).toBe(text);
  });

  it('joins a letter whose bytes come in two packets', async () => {
    const url = await serve((_, response) => {
      response.write(Buffer.from([0x61, 0xc3]));
      setTimeout(() => response.end(Buffer.from([0xa9])), 20);
    });

    expect(await get(url)).toBe('aé');
  });

  it('follows a redirect and unpacks gzip', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/') response.writeHead(302, { Location: '/there' }).end();
      else response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync('packed'));
    });

    expect(await get(url)).toBe('packed');
  });

  it('gives an empty text for an answer without a body', async () => {
    const url = await serve((_, response) => void response.writeHead(204).end());

    expect(await get(url)).toBe('');
  });

  it.each([
    [400, 'http-error'],
    [403, 'blocked'],
    [404, 'not-found'],
    [408, 'timeout'],
    [410, 'not-found'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [503, 'server-error'],
  ])('turns status %i into %s, whatever page comes with it', async (status, code) => {
    const url = await serve((_, response) => {
      response.writeHead(status, { 'Content-Type': 'text/html' }).end('<html>Sorry</html>');
    });

    const error = await failure(get(url));

    expect(error.code).toBe(code);
    expect(error.retryAtMs).toBeUndefined();
    expect(error.message).toContain(`${status}`);
  });

  it.each([429, 503])('says when to come back if a %i does', async (status) => {
    const url = await serve((_, response) => void response.writeHead(status, { 'Retry-After': '30' }).end());

    const error = await failure(get(url, { now: () => 1000 }));

    expect(error.retryAtMs).toBe(31_000);
  });

  it.each<[string, RequestListener]>([
    ['is refused at once', (request) => void request.socket.destroy()],
    ['is reset in mid-body', (_, response) => resetAfter(response, '[{"paper":')],
    [
      'ends before its stated length',
      (_, response) => {
        response.writeHead(200, { 'Content-Length': '1000' });
        resetAfter(response, '[');
      },
    ],
    [
      'is no gzip though it says so',
      (_, response) => {
        response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('plain');
      },
    ],
  ])('fails with `network` when the answer %s', async (_, listener) => {
    const url = await serve(listener);

    const error = await failure(get(url));

    expect(error.code).toBe('network');
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('fails with `network` when nobody listens', async () => {
    const url = await serve(() => undefined);
    const server = servers.pop();
    await new Promise((resolve) => server?.close(resolve));

    expect((await failure(get(url))).code).toBe('network');
  });

  it.each<[string, RequestListener]>([
    ['no answer', () => undefined],
    ['half an answer', (_, response) => void response.write('[')],
    ['an answer that never ends', (_, response) => drip(response)],
  ])('fails with `timeout` for %s', async (_, listener) => {
    const url = await serve(listener);

    expect((await failure(get(url, { deadlineMs: 60 }))).code).toBe('timeout');
  });

  it('throws the aborting caller’s reason: before the request, while waiting, and in mid-body', async () => {
    const reason = new Error('The worker has something else to do');
    const waiting = await serve(() => undefined);
    const talking = await serve((_, response) => drip(response));

    for (const url of [waiting, talking]) {
      const caller = new AbortController();
      setTimeout(() => caller.abort(reason), 30);
      await expect(get(url, {}, caller.signal)).rejects.toBe(reason);
    }
    await expect(get(waiting, {}, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('stops reading a small body that unpacks into a huge one', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    let isCut = false;
    const url = await serve((request, response) => {
      request.socket.on('close', () => (isCut = true));
      response.writeHead(200, { 'Content-Encoding': 'gzip' });
      response.write(bomb); // And stays open: only the reader can end it.
    });

    const error = await failure(get(url, { maxBytes: 1024 * 1024 }));

    expect(error.code).toBe('too-large');
    await expect.poll(() => isCut).toBe(true);
  });

  it('accepts a body of exactly the limit', async () => {
    const url = await serve((_, response) => void response.end('12345'));

    expect(await get(url, { maxBytes: 5 })).toBe('12345');
    expect((await failure(get(url, { maxBytes: 4 }))).code).toBe('too-large');
  });

  it('closes the connection when the status is an error and the body goes on', async () => {
    let isCut = false;
    const url = await serve((request, response) => {
      request.socket.on('close', () => (isCut = true));
      response.writeHead(500);
      drip(response);
    });

    await failure(get(url));

    await expect.poll(() => isCut).toBe(true);
  });
});

function resetAfter(response: ServerResponse, text: string): void {
  response.write(text);
  setTimeout(() => response.socket?.resetAndDestroy(), 20);
}

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 10);
  response.on('close', () => clearInterval(timer));
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('decodeText', () => {
  it.each([
    ['UTF-8 that says so', utf8('Schrödinger, Łukasz, 王'), 'application/json; charset=utf-8'],
    ['UTF-8 that claims to be Latin-1', utf8('Schrödinger, Łukasz, 王'), 'text/xml; charset=ISO-8859-1'],
    ['UTF-8 of an unknown charset', utf8('Schrödinger, Łukasz, 王'), 'text/xml; charset=none'],
    ['UTF-8 without a header', utf8('Schrödinger, Łukasz, 王'), ''],
  ])('reads %s', (_, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toBe('Schrödinger, Łukasz, 王');
  });

  it.each([
    ['that says so', 'text/xml; charset="ISO-8859-1"'],
    ['that claims to be UTF-8', 'application/json; charset=utf-8'],
  ])('reads Latin-1 %s', (_, contentType) => {
    const bytes = latin1('{"authors": ["Erwin Schrödinger", "Zoë Müller"]}');
    expect(decodeText(bytes, contentType)).toBe('{"authors": ["Erwin Schrödinger", "Zoë Müller"]}');
  });

  it('keeps a text with a broken letter as UTF-8', () => {
    const bytes = Uint8Array.from([...utf8('é and ü and '), 0xff]);
    expect(decodeText(bytes, 'text/xml; charset=utf-8')).toBe('é and ü and \uFFFD');
  });
});

const nowMs = Date.parse('2026-06-09T12:00:00Z');

function waitSeconds(headers: Record<string, string>): number | null {
  const atMs = retryAtMsOf(new Headers(headers), nowMs);
  return atMs === null ? null : (atMs - nowMs) / 1000;
}

describe('retryAtMsOf', () => {
  it.each<[string, Record<string, string>, number | null]>([
    ['no header', {}, null],
    ['seconds', { 'Retry-After': '120' }, 120],
    ['seconds with spaces', { 'Retry-After': ' 5 ' }, 5],
    ['zero', { 'Retry-After': '0' }, 0],
    ['a date', { 'Retry-After': 'Tue, 09 Jun 2026 12:01:30 GMT' }, 90],
    [
      'a date by a server whose clock is an hour ahead',
      { 'Retry-After': 'Tue, 09 Jun 2026 13:01:30 GMT', Date: 'Tue, 09 Jun 2026 13:00:00 GMT' },
      90,
    ],
    ['a date of the past', { 'Retry-After': 'Mon, 08 Jun 2026 12:00:00 GMT' }, 0],
    ['a year', { 'Retry-After': '31536000' }, 86_400],
    ['a negative number', { 'Retry-After': '-5' }, null],
    ['words', { 'Retry-After': 'in a while' }, null],
    ['the quota of the newer draft', { RateLimit: '"api";r=0;t=55' }, 55],
    ['two quotas, one used up', { RateLimit: '"api";r=0;t=55, "pages";r=12;t=80' }, 55],
    ['two quotas used up', { RateLimit: '"api";r=0;t=55,"pages";r=0;t=80' }, 80],
    ['a quota with something left', { RateLimit: '"api";r=3;t=40' }, 40],
    ['the quota of an older draft', { RateLimit: 'limit=500, remaining=0, reset=33' }, 33],
    ['a quota without a reset', { RateLimit: '"api";r=0' }, null],
    ['the oldest draft', { 'RateLimit-Reset': '17' }, 17],
    ['Retry-After before a quota', { 'Retry-After': '3', RateLimit: '"api";r=0;t=55' }, 3],
    ['a quota when Retry-After says nothing', { 'Retry-After': 'soon', RateLimit: '"api";r=0;t=55' }, 55],
  ])('reads %s', (_, headers, seconds) => {
    expect(waitSeconds(headers)).toBe(seconds);
  });
});
