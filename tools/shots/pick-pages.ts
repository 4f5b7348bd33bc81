import { join } from 'node:path';
import { sites as listedSites } from '../../lib/sites';
import { classifyUrl } from '../../lib/sites/urls/classify-url';
import { readPageIndex } from '../replay/recorded-library';

/**
 * The last recorded paper page of each of these sites, in their order; leaves out sites without one. Only
 * https pages, as the replay server speaks nothing else.
 */
export function pickPages(dataDir: string, sites: readonly string[]) {
  const picked = new Map<string, string>();
  for (const { url, status } of readPageIndex(join(dataDir, 'pages'))) {
    if (status !== 200 || !url.startsWith('https:')) continue;
    const page = classifyUrl(new URL(url), listedSites);
    if (page?.kind === 'paper') picked.set(page.site.id, url);
  }
  return sites.flatMap((site) => {
    const url = picked.get(site);
    return url === undefined ? [] : [{ site, url }];
  });
}
