import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FaultResponder } from './faults';

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
