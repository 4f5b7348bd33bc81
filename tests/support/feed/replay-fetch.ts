import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { ReplayServer } from '../../../tools/replay/server';

/** The limit of browsers. Source: https://fetch.spec.whatwg.org/#http-redirect-fetch */
const MAX_REDIRECTS = 20;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 304]);

/**
 * A `fetch` that reaches the replay server for every host, over a real connection: Node's own accepts neither
 * another address for a name nor a certificate for one server.
 *
 * It follows redirects and unpacks gzip, as browsers do.
 */
export function replayFetch(server: Pick<ReplayServer, 'certificate' | 'port'>): typeof globalThis.fetch {
  return async (input, init) => {
    let url = new URL(input instanceof Request ? input.url : input);
    for (let followed = 0; followed <= MAX_REDIRECTS; followed++) {
      const message = await ask(server, url, init ?? {});
      const { statusCode: status = 0, headers } = message;
      if (!REDIRECTS.has(status) || headers.location === undefined) return responseOf(message, status);
      message.destroy();
      url = new URL(headers.location, url);
    }
    throw new TypeError('redirect count exceeded');
  };
}

function ask(
  { certificate, port }: Pick<ReplayServer, 'certificate' | 'port'>,
  url: URL,
  { headers, signal }: RequestInit,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path: url.pathname + url.search,
        servername: url.hostname,
        ca: certificate,
        headers: { ...Object.fromEntries(new Headers(headers)), host: url.host },
      },
      resolve,
    );
    const stop = (): void => void asking.destroy(new Error('aborted'));
    signal?.addEventListener('abort', stop, { once: true });
    asking.on('error', reject);
    asking.end();
  });
}

function responseOf(message: IncomingMessage, status: number): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) headers.set(name, String(value));
  if (WITHOUT_BODY.has(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  const isPacked = message.headers['content-encoding'] === 'gzip';
  const body = isPacked ? message.pipe(createGunzip()) : message;
  // A pipe does not pass on that its source broke off.
  message.on('error', (error) => body.destroy(error));
  message.on('aborted', () => body.destroy(new Error('aborted')));
  return new Response(Readable.toWeb(body) as ReadableStream<Uint8Array>, { status, headers }); // Node's own type of it differs.
}
