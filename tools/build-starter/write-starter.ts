import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { newPaper } from '../../lib/model/paper/merge';
import type { PaperFacts, PaperKey } from '../../lib/model/paper/paper';
import type { PaperEncoder } from '../../lib/services/index/paper-encoder';
import { formatStarterPapers } from '../../lib/starter/papers-file';
import { packStarterRows } from '../../lib/starter/rows-file';
import type { StarterFeed } from '../../lib/starter/papers-file';
import type { ListedPaper } from './collect-papers';

/** The limit: 3 MB in all. */
export const MAX_STARTER_BYTES = 3_000_000;

/** The two files of the starter feed. */
export interface StarterFiles {
  readonly 'papers.bin': Uint8Array;
  readonly 'rows.bin': Uint8Array;
}

/** Packs the papers with their rows. The same papers and model give the same bytes. */
export function packStarter(
  papers: readonly ListedPaper[],
  encoder: PaperEncoder,
  source: Pick<StarterFeed, 'licence' | 'origin'>,
): StarterFiles {
  const days = papers.map(({ listedOn }) => listedOn).toSorted();
  const [from, date] = [days[0], days.at(-1)];
  if (from === undefined || date === undefined) throw new Error('There are no papers for the starter feed.');
  const text = formatStarterPapers({
    date,
    from,
    ...source,
    papers,
  });
  const rows = papers.map(({ facts }) => {
    const { vector, words, topics } = encoder.encode(paperOf(facts));
    return { vector, words, topics };
  });
  return {
    'papers.bin': gzipSync(text, { level: 9 }),
    'rows.bin': gzipSync(packStarterRows({ version: encoder.version, rows }), { level: 9 }),
  };
}

/** Writes the files; gives their bytes together. Errors: `Error` when they are more than the limit. */
export function writeStarter(files: StarterFiles, folder: string): number {
  const bytes = files['papers.bin'].length + files['rows.bin'].length;
  if (bytes > MAX_STARTER_BYTES) {
    throw new Error(`The starter feed has ${bytes} bytes, more than ${MAX_STARTER_BYTES}: lower --papers.`);
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return bytes;
}

function paperOf(facts: PaperFacts) {
  const key = `arxiv:${facts.ids.arxiv}` as PaperKey; // Daily papers are arXiv's; the row's key is not packed.
  return newPaper(key, { facts, provenance: { source: 'hf-daily', fetchedAtMs: 0, link: '' } }, 0);
}
