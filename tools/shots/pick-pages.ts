import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sites as listedSites } from '../../lib/sites';
import { classifyUrl } from '../../lib/sites/classify-url';

/** One line of `pages/index.jsonl`, as far as it is needed here. */
interface PageLine {
  readonly url: string | null;
  readonly file?: string | null;
  readonly httpStatus?: number;
}

/** A recorded page to photograph. */
export interface PickedPage {
  readonly site: string;
  readonly url: string;
}

/**
 * The last recorded paper page of each of these sites, in their order; sites without one are left out. By
 * https: only, which is what the replay server speaks.
 */
export function pickPages(dataDir: string, sites: readonly string[]): readonly PickedPage[] {
  const lines = readFileSync(join(dataDir, 'pages', 'index.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean);
  const picked = new Map<string, string>();
  for (const line of lines) {
    const { url, file, httpStatus = 200 } = JSON.parse(line) as PageLine; // Written with the recordings.
    if (!url || !file || httpStatus !== 200 || !url.startsWith('https:')) continue;
    const page = classifyUrl(new URL(url), listedSites);
    if (page?.kind === 'paper') picked.set(page.site.id, url);
  }
  return sites.flatMap((site) => {
    const url = picked.get(site);
    return url === undefined ? [] : [{ site, url }];
  });
}
