import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A proxy that sends some hosts to the replay server and refuses the rest. */
export interface ReplayProxy {
  readonly port: number;
  /** `host:port` of every refused connection, oldest first. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a CONNECT proxy for Firefox, which has no resolver rules.
 *
 * It also proves a negative: it refuses and notes what is not in `hosts`.
 */
export async function startReplayProxy(replayPort: number, hosts: readonly string[]): Promise<ReplayProxy> {
  const allowed = new Set(hosts);
  const refused: string[] = [];
  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, client) => {
    client.on('error', () => client.destroy());
    const target = request.url ?? '';
    if (!allowed.has(target.replace(/:\d+$/, ''))) {
      refused.push(target);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const upstream = connect(replayPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port, // Listening on TCP, so never null and never a pipe's name.
    refused,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
