import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { zipFolder } from '../../../../tools/browser/zip';

const dir = mkdtempSync(join(tmpdir(), 'paperkin-zip-'));
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('zipFolder', () => {
  it('packs every file below a folder, with slashes in the names', () => {
    const files = { 'manifest.json': '{"name":"x"}'.repeat(50), 'icons/16.txt': 'icon' };
    mkdirSync(join(dir, 'icons'), { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(dir, name), content);

    expect(unzip(zipFolder(dir))).toEqual(files);
  });
});

/** A plain reader: walks the central directory and checks every sum. */
function unzip(archive: Buffer): Record<string, string> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const found: Record<string, string> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const nameLength = archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const data = local + 30 + archive.readUInt16LE(local + 26);
    const content = inflateRawSync(archive.subarray(data, data + archive.readUInt32LE(at + 20)));
    expect(crc32(content)).toBe(archive.readUInt32LE(at + 16));
    found[archive.toString('utf8', at + 46, at + 46 + nameLength)] = content.toString();
    at += 46 + nameLength;
  }
  return found;
}
