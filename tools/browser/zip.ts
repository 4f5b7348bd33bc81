import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const DEFLATE = 8;
const VERSION = 20;
/** 1 January 1980, the format's zero: equal folders give equal archives. */
const EPOCH_DATE = 0x21;

/**
 * Packs a folder as a zip archive, which is what Firefox installs from a profile (`.xpi`).
 *
 * Source: APPNOTE.TXT 6.3, without zip64: files and archive stay below 4 GB.
 */
export function zipFolder(dir: string): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of filesBelow(dir)) {
    const name = Buffer.from(relative(dir, file).split(sep).join('/'), 'utf8');
    const content = readFileSync(file);
    const packed = deflateRawSync(content);
    const common = commonFields(name, content, packed);
    parts.push(uint32(LOCAL_HEADER), common, name, packed);
    directory.push(uint32(CENTRAL_HEADER), uint16(VERSION), common, Buffer.alloc(10), uint32(offset), name);
    offset += 4 + common.length + name.length + packed.length;
  }
  const count = directory.length / 6;
  const central = Buffer.concat(directory);
  const end = [
    uint32(END_RECORD),
    uint32(0),
    uint16(count),
    uint16(count),
    uint32(central.length),
    uint32(offset),
    uint16(0),
  ];
  return Buffer.concat([...parts, central, ...end]);
}

/** The 26 bytes that the local header and the central one share. */
function commonFields(name: Buffer, content: Buffer, packed: Buffer): Buffer {
  return Buffer.concat([
    uint16(VERSION),
    uint16(0x0800), // Names are UTF-8.
    uint16(DEFLATE),
    uint16(0),
    uint16(EPOCH_DATE),
    uint32(crc32(content)),
    uint32(packed.length),
    uint32(content.length),
    uint16(name.length),
    uint16(0),
  ]);
}

function filesBelow(dir: string): readonly string[] {
  return readdirSync(dir)
    .toSorted()
    .map((name) => join(dir, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
