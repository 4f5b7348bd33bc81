import type { Page } from 'playwright-core';
import type { StoredPaper } from '../../../lib/db/schema';

/** Papers per message: some 2 MB. */
const CHUNK = 1000;

/** Stores papers as a sync would, but without rows; the worker then reads them as after an update. */
export async function fillFeed(page: Page, papers: AsyncIterable<StoredPaper>, count: number): Promise<void> {
  let chunk: StoredPaper[] = [];
  let stored = 0;
  for await (const paper of papers) {
    chunk.push(paper);
    stored++;
    if (chunk.length < CHUNK && stored < count) continue;
    await page.evaluate(storeInPage, chunk);
    chunk = [];
    if (stored === count) return;
  }
  throw new Error(`There are only ${stored} papers.`);
}

/** Runs in an extension page. */
function storeInPage(papers: readonly StoredPaper[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('paperkin');
    opening.addEventListener('error', () => reject(new Error('The database cannot be opened.')));
    opening.addEventListener('success', () => {
      const database = opening.result;
      const transaction = database.transaction('papers', 'readwrite');
      for (const paper of papers) transaction.objectStore('papers').put(paper);
      transaction.addEventListener('abort', () => reject(new Error('The papers cannot be stored.')));
      transaction.addEventListener('complete', () => {
        database.close();
        resolve();
      });
    });
  });
}
