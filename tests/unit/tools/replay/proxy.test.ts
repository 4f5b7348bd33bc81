import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startReplayProxy } from '../../../../tools/replay/proxy';
import { sampleLibrary } from '../../../../tools/replay/sample-library';
import { startReplayServer } from '../../../../tools/replay/server';

function connectThrough(port: number, target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`CONNECT ${target} HTTP/1.1\r\n\r\n`));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().split('\r\n')[0] ?? '');
    });
    socket.once('error', reject);
  });
}

describe('startReplayProxy', () => {
  it('sends the named hosts to the server, and refuses and notes all others', async () => {
    const server = await startReplayServer(sampleLibrary());
    const proxy = await startReplayProxy(server.port, ['arxiv.org']);

    expect(await connectThrough(proxy.port, 'arxiv.org:443')).toContain('200');
    expect(await connectThrough(proxy.port, 'tracker.example:443')).toContain('403');
    expect(proxy.refused).toEqual(['tracker.example:443']);

    await proxy.close();
    await server.close();
  });
});
