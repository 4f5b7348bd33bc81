/** Bundled and run inside the extension's worker, beside nothing else: what Paperkin is compared with. */
import MiniSearch from 'minisearch';

const OPTIONS = { idField: 'key', fields: ['title', 'abstract'], searchOptions: { boost: { title: 2 } } };

Object.assign(globalThis, {
  /** The JSON of an index of these papers. */
  miniSearchJson(papers: readonly object[]): string {
    const index = new MiniSearch(OPTIONS);
    index.addAll(papers);
    return JSON.stringify(index);
  },
  /** Ms to read the index from JSON and search for a title once. */
  timeMiniSearch(json: string, title: string): number {
    const startedMs = performance.now();
    MiniSearch.loadJSON(json, OPTIONS).search(title);
    return performance.now() - startedMs;
  },
});
