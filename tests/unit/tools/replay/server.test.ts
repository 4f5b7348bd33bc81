import { get, request, type RequestOptions } from 'node:https';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bodyInstead,
  hang,
  htmlInstead,
  offline,
  rateLimited,
  statusInstead,
  truncated,
} from '../../../../tools/replay/faults';
import { sampleLibrary } from '../../../../tools/replay/sample-library';
import { startReplayServer, type ReplayServer } from '../../../../tools/replay/server';

const LIST = '/api/daily_papers';
let server: ReplayServer;

beforeEach(async () => {
  server = await startReplayServer(sampleLibrary());
});
afterEach(() => server.close());

function optionsFor(host: string, path: string): RequestOptions {
  return {
    host: '127.0.0.1',
    port: server.port,
    path,
    servername: host,
    headers: { host },
    ca: server.certificate,
  };
}

function fetchText(host: string, path: string) {
  return new Promise<{ status: number | undefined; body: string; retryAfter: string | undefined }>(
    (resolve, reject) => {
      get(optionsFor(host, path), (response) => {
        let body = '';
        response.on('data', (data: Buffer) => (body += data.toString()));
        response.on('end', () => {
          resolve({ status: response.statusCode, body, retryAfter: response.headers['retry-after'] });
        });
      }).on('error', reject);
    },
  );
}

describe('startReplayServer', () => {
  it('is accepted by a TLS client that trusts only its certificate', async () => {
    const { status, body } = await fetchText('huggingface.co', LIST);
    expect(status).toBe(200);
    expect(JSON.parse(body)).not.toHaveLength(0);
  });

  it('notes every request with host, path and time', async () => {
    const before = Date.now();
    await fetchText('arxiv.org', '/abs/2606.90101?context=cs');
    expect(server.requests).toMatchObject([{ host: 'arxiv.org', url: '/abs/2606.90101?context=cs' }]);
    expect(server.requests[0]?.atMs).toBeGreaterThanOrEqual(before);
  });

  it('answers 404 for a host that it does not play', async () => {
    expect(await fetchText('www.arxiv.org', '/abs/2606.00001')).toMatchObject({ status: 404 });
  });
});

describe('fault', () => {
  it('strikes only where it matches, and only as often as set', async () => {
    server.fault({ host: 'huggingface.co', path: /daily_papers/, times: 2 }, rateLimited(7));

    const answers = [
      await fetchText('huggingface.co', LIST),
      await fetchText('huggingface.co', '/papers'),
      await fetchText('arxiv.org', '/'),
      await fetchText('huggingface.co', LIST),
      await fetchText('huggingface.co', LIST),
    ];

    expect(answers.map(({ status }) => status)).toEqual([429, 200, 200, 429, 200]);
    expect(answers[0]?.retryAfter).toBe('7');
  });

  it('can be removed', async () => {
    const mend = server.fault({}, statusInstead(503));
    expect((await fetchText('arxiv.org', '/')).status).toBe(503);
    mend();
    expect((await fetchText('arxiv.org', '/')).status).toBe(200);
  });

  it('sends a page, half a body or another body instead of data', async () => {
    server.fault({ times: 1 }, htmlInstead());
    expect((await fetchText('huggingface.co', LIST)).body).toMatch(/^<!doctype html>/);

    server.fault({ times: 1 }, truncated());
    const { body } = await fetchText('huggingface.co', LIST);
    expect(body).toMatch(/^\[\{/);
    expect(() => void JSON.parse(body)).toThrow(SyntaxError);

    server.fault({ times: 1 }, bodyInstead('[]'));
    expect((await fetchText('huggingface.co', LIST)).body).toBe('[]');
  });

  it('drops the connection to imitate a lost network', async () => {
    server.fault({}, offline());
    await expect(fetchText('huggingface.co', LIST)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });

  it('never answers when told to hang, and still closes', async () => {
    server.fault({}, hang());
    const asked = request(optionsFor('huggingface.co', LIST)).end();
    const ended = new Promise((resolve) => asked.on('error', resolve));
    await expect.poll(() => server.requests).toHaveLength(1);
    await server.close();
    expect(await ended).toMatchObject({ code: 'ECONNRESET' });
    server = await startReplayServer(sampleLibrary());
  });
});
