import { gzipSync } from 'node:zlib';
import { createPackagedStarter, type PackagedStarter } from '../../lib/services/index/packaged';
import { formatStarterPapers } from '../../lib/starter/papers-file';
import { packStarterRows } from '../../lib/starter/rows-file';
import type { StarterRows } from '../../lib/starter/types';
import type { starterFeed } from './starter';

const gzip = (content: string | Uint8Array): ArrayBuffer => Uint8Array.from(gzipSync(content)).buffer;

/** The files of a starter feed, as the package has them; those that are null are missing. */
export function starterFiles(
  feed: ReturnType<typeof starterFeed> | null,
  rows: StarterRows | null,
): Readonly<Record<string, ArrayBuffer | null>> {
  return {
    'starter/papers.bin': feed === null ? null : gzip(formatStarterPapers(feed)),
    'starter/rows.bin': rows === null ? null : gzip(packStarterRows(rows)),
  };
}

/** A package with this starter feed. Files that are null are missing. */
export function packagedStarter(
  feed: ReturnType<typeof starterFeed> | null,
  rows: StarterRows | null,
): PackagedStarter & { readonly read: readonly string[] } {
  const files = starterFiles(feed, rows);
  const read: string[] = [];
  const packaged = createPackagedStarter(async (path) => {
    read.push(path);
    const file = files[path];
    if (file === null || file === undefined) throw new Error(`The package has no ${path}.`);
    return file;
  });
  return { ...packaged, read };
}
