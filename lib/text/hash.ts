/**
 * A 32-bit hash of a text's UTF-16 units, the same on every machine.
 *
 * Source: FNV-1a (Fowler, Noll, Vo), with the finaliser of MurmurHash3, without which similar texts collide.
 */
export function hashText(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let position = 0; position < text.length; position++) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01_00_01_93);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** `checksumOf` in hex, as headers of files have it. */
export function hexChecksumOf(bytes: Uint8Array): string {
  return checksumOf(bytes).toString(16).padStart(8, '0');
}

/** A 32-bit checksum of bytes. Source: FNV-1a over 32-bit words, the rest byte by byte. Cost: 1 ms a megabyte. */
export function checksumOf(bytes: Uint8Array): number {
  let hash = 0x81_1c_9d_c5 ^ bytes.length;
  // On a first run, reading an array of words is far faster than reading a view.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, bytes.length >>> 2);
  for (let position = 0; position < words.length; position++) {
    hash = Math.imul(hash ^ (words[position] ?? 0), 0x01_00_01_93);
    hash ^= hash >>> 15;
  }
  for (let position = words.length * 4; position < bytes.length; position++) {
    hash = Math.imul(hash ^ (bytes[position] ?? 0), 0x01_00_01_93);
  }
  return hash >>> 0;
}
