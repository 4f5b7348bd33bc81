import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { sites } from '../../lib/sites';
import { siteAt } from '../../lib/sites/urls/classify-url';
import { findByUrl, findInPage, readSavedPage } from './find-paper';
import { judge, type Row } from './judge';
import type { Judged } from './report';

/** Judges every row of an index file, one JSON object a line. */
export function judgeIndex(file: string): readonly Judged[] {
  const folder = dirname(resolve(file));
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => judgeRow(JSON.parse(line) as Row, folder)); // Documented above.
}

function judgeRow(row: Row, folder: string): Judged {
  // Some pages were saved without their URL, or with its path alone.
  const url = new URL(row.url ?? '/saved', `https://${row.site ?? 'site.invalid'}/`);
  const isUrlOnly = row.file === undefined;
  const find = row.url === null ? readSavedPage : findInPage;
  const finding = isUrlOnly ? findByUrl(url) : find(url, resolve(folder, row.file));
  const fields = judge(row.expected, finding, isUrlOnly);
  return { row, finding, fields, isCounted: !isUrlOnly || isOfSupportedSite(url) };
}

/** NCBI's host has much beside PMC and PubMed; every other host of the table has one site. */
function isOfSupportedSite(url: URL): boolean {
  const isElsewhere = url.hostname === 'www.ncbi.nlm.nih.gov' && !/^\/(?:pmc|pubmed)\b/.test(url.pathname);
  return siteAt(url, sites) !== null && !isElsewhere;
}
