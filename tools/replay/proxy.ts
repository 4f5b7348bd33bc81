import { createServer } from 'node:http';
import { connect } from 'node:net';
import { listen } from './server';

/** A proxy that sends some hosts to the replay server and refuses the rest. */
export type ReplayProxy = Awaited<ReturnType<typeof startReplayProxy>>;

/**
 * Starts a CONNECT proxy for Firefox, which has no resolver rules.
 *
 * It also proves a negative: it refuses and notes what is not in `hosts`.
 */
export async function startReplayProxy(replayPort: number, hosts: readonly string[]) {
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
  return {
    ...(await listen(server)),
    /** `host:port` of every refused connection, oldest first. */
    refused: refused as readonly string[],
  };
}
