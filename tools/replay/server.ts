import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createCertificate } from './certificate';
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
export interface ReplayServer {
  readonly port: number;
  readonly library: ReplayLibrary;
  /** PEM of the certificate, for clients that want to check it. */
  readonly certificate: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly RequestRecord[];
  /** Makes matching requests go wrong; the newest fault wins. Returns how to take it away. */
  fault(matcher: FaultMatcher, responder: FaultResponder): () => void;
  /** Drops open connections and stops. */
  close(): Promise<void>;
}

/** Starts the server. Shape: one HTTPS listener; the `Host` header says which site is asked. */
export async function startReplayServer(library: ReplayLibrary): Promise<ReplayServer> {
  const { key, cert } = createCertificate([...PLAYED_HOSTS, '*.arxiv.org', 'localhost']);
  const requests: RequestRecord[] = [];
  const faults = new FaultList();
  const server = createServer({ key, cert }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`);
    requests.push({ host: url.hostname, url: url.pathname + url.search, atMs: Date.now() });
    const proper = safeAnswer(library, url);
    const responder = faults.take(url.hostname, url.pathname + url.search);
    if (responder === null) send(request, response, proper);
    else responder({ request, response, proper });
  });
  // A browser that does not like the certificate hangs up; that is its business.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port, // Listening on TCP, so never null and never a pipe's name.
    library,
    certificate: cert,
    requests,
    fault: (matcher, responder) => faults.add(matcher, responder),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A bug of the server itself must be seen by who reads the page, and must not end the run. */
function safeAnswer(library: ReplayLibrary, url: URL): ReplayResponse {
  try {
    return answer(library, url);
  } catch (error) {
    console.error(`replay: ${url.href}`, error);
    return text(`The replay server failed: ${String(error)}`, 500);
  }
}

/** With a validator, as the real servers send one: who has the answer gets a 304. */
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
