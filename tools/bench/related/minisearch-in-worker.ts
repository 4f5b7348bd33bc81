/** What Paperkin is compared with: MiniSearch, bundled, and run alone inside the extension's worker. */
import { openDB } from 'idb';
import MiniSearch from 'minisearch';

const DATABASE = 'bench-minisearch';
const OPTIONS = { idField: 'key', fields: ['title', 'abstract'], searchOptions: { boost: { title: 2 } } };

Object.assign(globalThis, {
  /** The JSON of an index of these papers. */
  miniSearchJson(papers: readonly object[]): string {
    const index = new MiniSearch(OPTIONS);
    index.addAll(papers);
    return JSON.stringify(index);
  },
  /** Keeps the JSON in a store of its own. */
  async storeMiniSearch(json: string): Promise<void> {
    const database = await openDB(DATABASE, 1, { upgrade: (made) => void made.createObjectStore('json') });
    await database.put('json', json, 0);
    database.close();
  },
  /** Ms to read the JSON from the store, the index from the JSON, and to search for a title once. */
  async timeMiniSearch(title: string): Promise<number> {
    const startedMs = performance.now();
    const database = await openDB(DATABASE, 1);
    const json: unknown = await database.get('json', 0);
    MiniSearch.loadJSON(String(json), OPTIONS).search(title);
    const ms = performance.now() - startedMs;
    database.close();
    return ms;
  },
});
