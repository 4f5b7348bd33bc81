import { parseArxivId } from '../../../lib/model/paper/ids';
import { atomEntry, atomError, atomFeed } from '../pages/atom';
import { xml } from '../responses';
import type { ReplayLibrary, ReplayPaper, ReplayResponse } from '../types';

const MAX_RESULTS = 2000;
const DEFAULT_RESULTS = 10;

/** Plays `export.arxiv.org/api/query`: `id_list`, or `search_query` for a category and days. */
export function arxivApi(library: ReplayLibrary, url: URL): ReplayResponse {
  const query = url.searchParams;
  const ids = (query.get('id_list') ?? '').split(',').filter(Boolean);
  const badId = ids.find((id) => parseArxivId(id) === null);
  if (badId !== undefined) return xml(atomError(`incorrect id format for ${badId}`), 'atom', 400);
  const start = Number(query.get('start') ?? 0);
  const limit = Math.min(Number(query.get('max_results') ?? DEFAULT_RESULTS), MAX_RESULTS);
  const search = query.get('search_query') ?? '';
  const found =
    ids.length > 0 ? papersOf(library, ids) : library.papers.filter((paper) => matches(paper, search));
  const shown = found.slice(start, start + limit);
  return xml(atomFeed(url.search.slice(1), shown.map(atomEntry), { start, total: found.length }), 'atom');
}

/** An unknown id gives no entry, as at arXiv. */
function papersOf(library: ReplayLibrary, ids: readonly string[]): readonly ReplayPaper[] {
  return ids.flatMap((id) => {
    const reference = parseArxivId(id);
    return (reference === null ? null : library.paper(reference.id)) ?? [];
  });
}

/** True when a paper fulfils a query such as `cat:cs.LG AND submittedDate:[… TO …]`, as the extension asks. */
function matches(paper: ReplayPaper, query: string): boolean {
  const terms = query.split(/\s+AND\s+/).filter(Boolean);
  return terms.length > 0 && terms.every((term) => matchesTerm(paper, term));
}

function matchesTerm({ categories, publishedOn }: ReplayPaper, term: string): boolean {
  const [, field = '', value = ''] = /^(\w+):(.*)$/.exec(term) ?? [];
  return field === 'cat'
    ? categories.includes(value)
    : field === 'submittedDate' && isWithin(publishedOn, value);
}

/** Reads `[202606010000 TO 202606092359]`; days are enough here. */
function isWithin(day: string, range: string): boolean {
  const [from = '', to = ''] = range.match(/\d{8}/g) ?? [];
  const digits = day.replaceAll('-', '');
  return from !== '' && to !== '' && digits >= from && digits <= to;
}
