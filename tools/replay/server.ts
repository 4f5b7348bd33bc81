import { createHash } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { getCertificate } from '@vitejs/plugin-basic-ssl';
import { FaultList, type FaultMatcher, type FaultResponder } from './faults';
import { text } from './responses';
import { answer, PLAYED_HOSTS } from './route';
import type { ReplayLibrary, ReplayResponse } from './types';

/** One request that reached the server. */
export interface RequestRecord {
  readonly host: string;
  /** Path and query. */
  readonly url: string;
  /** Ms since epoch. */
  readonly atMs: number;
}

/** A running server that plays several sites on one port of the loopback interface. */
export type ReplayServer = Awaited<ReturnType<typeof startReplayServer>>;

const CERTIFICATE_DAYS = 7;

/** Starts the server. Shape: one HTTPS listener; the `Host` header says which site is asked. */
export async function startReplayServer(library: ReplayLibrary) {
  const certificate = await certificateFor([...PLAYED_HOSTS, '*.arxiv.org']);
  const requests: RequestRecord[] = [];
  const faults = new FaultList();
  const server = createServer({ key: certificate, cert: certificate }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`);
    requests.push({ host: url.hostname, url: url.pathname + url.search, atMs: Date.now() });
    const proper = safeAnswer(library, url);
    const responder = faults.take(url.hostname, url.pathname + url.search);
    if (responder === null) send(request, response, proper);
    else responder({ request, response, proper });
  });
  // A browser that rejects the certificate hangs up; the server goes on.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return {
    ...(await listen(server)),
    library,
    /** PEM of the key and its certificate, for clients that want to check it. */
    certificate,
    /** Every request so far, oldest first. */
    requests: requests as readonly RequestRecord[],
    /** Makes matching requests go wrong; the newest fault wins. Returns a function that removes the fault. */
    fault: (matcher: FaultMatcher, responder: FaultResponder) => faults.add(matcher, responder),
  };
}

/** Lets a server listen on a free port of the loopback interface. `close` drops open connections and stops. */
export async function listen(server: Server) {
  await new Promise<void>((done, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', done);
  });
  return {
    port: (server.address() as AddressInfo).port, // Listening on TCP, so never null and never a pipe's name.
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** PEM of a key with its self-signed certificate; kept for a week, as a new key takes 0.2 s. */
function certificateFor(hosts: readonly string[]): Promise<string> {
  const id = createHash('sha256').update(hosts.join()).digest('hex').slice(0, 8);
  const folder = resolve(import.meta.dirname, '../../.cache/replay', id);
  return getCertificate(folder, 'Paperkin replay server', [...hosts], CERTIFICATE_DAYS);
}

/** Shows a bug of the server on the page that asked, and lets the run go on. */
function safeAnswer(library: ReplayLibrary, url: URL): ReplayResponse {
  try {
    return answer(library, url);
  } catch (error) {
    console.error(`replay: ${url.href}`, error);
    return text(`The replay server failed: ${String(error)}`, 500);
  }
}

/** Sends a validator, as the real servers do; a client that has the answer gets a 304. */
function send(request: IncomingMessage, response: ServerResponse, proper: ReplayResponse): void {
  const etag = `"${createHash('sha256').update(proper.body).digest('base64url').slice(0, 22)}"`;
  const headers = { 'cache-control': 'no-store', ...proper.headers, etag };
  if (proper.status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end();
    return;
  }
  response.writeHead(proper.status, headers);
  response.end(request.method === 'HEAD' ? undefined : proper.body);
}
