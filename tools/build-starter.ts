/** Makes the starter feed from recorded or live lists: `npm run build:starter`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createHttpGet } from '../lib/http';
import { isoDateOf } from '../lib/model/dates';
import { createPackagedModel } from '../lib/services/index/packaged';
import { PaperCollection } from './build-starter/collect-papers';
import { readStarterOptions, STARTER_USAGE, type StarterOptions } from './build-starter/options';
import { readLiveLists, readRecordedLists } from './build-starter/read-lists';
import { packStarter, writeStarter } from './build-starter/write-starter';
import { runProgram } from './command-line';
import { packagedVersion } from './packaged-version';

const PUBLIC = resolve(import.meta.dirname, '../public');
const LICENCE = 'Facts of papers listed on huggingface.co/papers; titles are arXiv metadata (CC0 1.0)';

await runProgram({ usage: STARTER_USAGE, read: readStarterOptions, run: buildStarter });

async function buildStarter({ dataDir, papers: count, out }: StarterOptions): Promise<void> {
  const collection = new PaperCollection();
  if (dataDir === undefined) {
    const lists = readLiveLists({
      get: createHttpGet(),
      wait: (durationMs) => new Promise((done) => setTimeout(done, durationMs)),
      now: Date.now,
      today: isoDateOf(Date.now()),
    });
    for await (const list of lists) {
      collection.add(list);
      console.log(`${list.date}: ${list.items.length} papers`);
    }
  } else {
    for (const list of readRecordedLists(dataDir)) collection.add(list);
  }
  const { loadEncoder } = createPackagedModel(
    async (path) => Uint8Array.from(readFileSync(join(PUBLIC, path))).buffer,
    packagedVersion(),
  );
  const papers = collection.mostUpvoted(count);
  const origin = `${dataDir === undefined ? 'live' : 'recorded'} responses of huggingface.co/api/daily_papers`;
  const bytes = writeStarter(packStarter(papers, await loadEncoder(), { origin, licence: LICENCE }), out);
  console.log(`${papers.length} papers, ${(bytes / 1e6).toFixed(2)} MB in ${out}`);
}
