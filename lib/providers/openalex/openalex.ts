import * as v from 'valibot';
import { usableOf, readEnvelope, readJson } from '../../parse';
import type { Cursor } from '../../model/feed/request';
import type { PaperIds } from '../../model/paper/paper';
import type { Provider } from '../types';
import { OPENALEX } from './about';
import { readWork, WORK } from './work';

const API_URL = 'https://api.openalex.org/works';
const FIELDS =
  'id,doi,ids,title,authorships,publication_date,cited_by_count,abstract_inverted_index,locations,topics';
/** OpenAlex names ten related works; a filter takes up to a hundred. */
const LIMIT = 50;

/**
 * OpenAlex' related works: it names the works that share most topics with one; a second request fetches them.
 *
 * Source: https://docs.openalex.org/api-entities/works, and recorded responses of 2026.
 */
export const openalex: Provider = {
  ...OPENALEX,

  begin(ids) {
    const id = idFor(ids);
    return id === null ? null : { kind: 'work', id };
  },

  async fetchPage(cursor, { get, signal, apiKey }) {
    const url = new URL(urlOf(requireCursor(cursor)));
    if (apiKey !== undefined) url.searchParams.set('api_key', apiKey);
    return readJson(await get(url.href, { signal, accept: 'application/json' }));
  },

  parse(raw, cursor) {
    const asked = requireCursor(cursor);
    if (asked.kind === 'work') {
      const works = readEnvelope(NAMED, raw, 'a work').related_works.slice(0, LIMIT);
      return works.length === 0 ? { papers: [] } : { papers: [], next: { kind: 'works', works } };
    }
    const found = readEnvelope(LIST, raw, 'a list of works').results;
    const papers = found.flatMap((work) => readWork(work) ?? []);
    // The list has an order of its own; the ranking is the order of the names.
    const position = new Map(asked.works.map((work, index) => [`https://openalex.org/${work}`, index]));
    return {
      papers: papers.toSorted(
        (one, other) => (position.get(one.link) ?? LIMIT) - (position.get(other.link) ?? LIMIT),
      ),
    };
  },
};

/** `https://openalex.org/W123` → `W123`. */
const workId = v.pipe(
  v.string(),
  v.regex(/^(?:https:\/\/openalex\.org\/)?W\d+$/),
  v.transform((id) => id.slice(id.lastIndexOf('/') + 1)),
);
const NAMED = v.object({ id: v.string(), related_works: usableOf(workId) });
const LIST = v.object({ results: usableOf(WORK) });

const CURSOR = v.variant('kind', [
  v.object({ kind: v.literal('work'), id: v.string() }),
  v.object({ kind: v.literal('works'), works: v.array(workId) }),
]);

function requireCursor(cursor: Cursor): v.InferOutput<typeof CURSOR> {
  return readEnvelope(CURSOR, cursor, 'a cursor of openalex');
}

function urlOf(cursor: v.InferOutput<typeof CURSOR>): string {
  return cursor.kind === 'work'
    ? `${API_URL}/${cursor.id}?select=id,related_works`
    : `${API_URL}?filter=openalex:${cursor.works.join('|')}&per-page=${LIMIT}&select=${FIELDS}`;
}

/** The paper's id as OpenAlex writes it: works of arXiv are found by the DOI that arXiv gives each. */
function idFor({ arxiv, doi, pmid }: PaperIds): string | null {
  const own = arxiv === undefined ? doi : `10.48550/arxiv.${arxiv}`;
  if (own !== undefined) return `doi:${own.split('/').map(encodeURIComponent).join('/')}`;
  return pmid === undefined ? null : `pmid:${encodeURIComponent(pmid)}`;
}
