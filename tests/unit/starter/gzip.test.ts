import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../../lib/starter/gzip';

describe('gunzip', () => {
  it('unpacks', async () => {
    const packed = Uint8Array.from(gzipSync('a text'));

    expect(new TextDecoder().decode(await gunzip(packed.buffer))).toBe('a text');
  });

  it('refuses bytes that are cut off or no gzip', async () => {
    const packed = Uint8Array.from(gzipSync('a text that is cut off'));

    await expect(gunzip(packed.slice(0, -5).buffer)).rejects.toThrow(Error);
    await expect(gunzip(Uint8Array.of(1, 2, 3).buffer)).rejects.toThrow(Error);
  });
});
