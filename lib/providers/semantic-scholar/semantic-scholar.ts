import * as v from 'valibot';
import { lenient, lenientList, lenientText, usableOf, wholeCount, readEnvelope, readJson } from '../../parse';
import { parseArxivId, parseDoi, parseAclId, parsePmcid, parsePmid, parseS2Id } from '../../model/paper/ids';
import { compact } from '../../model/compact';
import { parseIsoDate } from '../../model/dates';
import type { Cursor } from '../../model/feed/request';
import { paperKeyOf } from '../../model/paper/identity';
import { paperUrl } from '../../model/paper/links';
import type { ProviderPaper } from '../../model/more-related';
import type { PaperIds } from '../../model/paper/paper';
import type { Provider } from '../types';
import { SEMANTIC_SCHOLAR } from './about';

const API_URL = 'https://api.semanticscholar.org/recommendations/v1/papers/forpaper';
const FIELDS = 'title,abstract,authors,year,publicationDate,externalIds,citationCount';
/** Some turn out to be in the feed's own list already. */
const LIMIT = 40;

/**
 * Semantic Scholar's recommendations: papers like one paper, among all of computer science, else among the
 * newest of every field.
 *
 * Source: https://api.semanticscholar.org/api-docs/recommendations, and recorded responses of 2024 to 2026.
 */
export const semanticScholar: Provider = {
  ...SEMANTIC_SCHOLAR,

  begin(ids) {
    const id = idFor(ids);
    return id === null ? null : { kind: 'recommendations', id, pool: 'all-cs' };
  },

  async fetchPage(cursor, { get, signal, apiKey }) {
    const { id, pool } = requireCursor(cursor);
    const path = id.split('/').map(encodeURIComponent).join('/').replace('%3A', ':');
    const url = `${API_URL}/${path}?from=${pool}&limit=${LIMIT}&fields=${FIELDS}`;
    const headers = apiKey === undefined ? {} : { headers: { 'x-api-key': apiKey } };
    return readJson(await get(url, { signal, accept: 'application/json', ...headers }));
  },

  parse(raw, cursor) {
    const { id, pool } = requireCursor(cursor);
    const { recommendedPapers } = readEnvelope(ANSWER, raw, 'recommendations');
    const papers = recommendedPapers.flatMap((record) => toPaper(record) ?? []);
    // A paper outside computer science has no neighbours there.
    if (papers.length === 0 && pool === 'all-cs') {
      return { papers, next: { kind: 'recommendations', id, pool: 'recent' } };
    }
    return { papers };
  },
};

const RECORD = v.object({
  paperId: lenient(lenientText),
  title: lenient(lenientText),
  abstract: lenient(lenientText),
  year: lenient(wholeCount),
  publicationDate: lenient(lenientText),
  citationCount: lenient(wholeCount),
  authors: lenientList(
    v.pipe(
      v.object({ name: lenientText }),
      v.transform(({ name }) => name),
    ),
  ),
  externalIds: lenient(
    v.object({
      ArXiv: lenient(lenientText),
      DOI: lenient(lenientText),
      ACL: lenient(lenientText),
      PubMed: lenient(lenientText),
      PubMedCentral: lenient(lenientText),
    }),
  ),
});

const ANSWER = v.object({ recommendedPapers: usableOf(RECORD) });

const CURSOR = v.object({
  kind: v.literal('recommendations'),
  id: v.string(),
  pool: v.picklist(['all-cs', 'recent']),
});

function requireCursor(cursor: Cursor): v.InferOutput<typeof CURSOR> {
  return readEnvelope(CURSOR, cursor, 'a cursor of semantic-scholar');
}

/** The paper's id as Semantic Scholar writes it. */
function idFor({ arxiv, s2, doi, acl, pmid, pmcid }: PaperIds): string | null {
  if (arxiv !== undefined) return `ARXIV:${arxiv}`;
  if (s2 !== undefined) return s2;
  if (doi !== undefined) return `DOI:${doi}`;
  if (acl !== undefined) return `ACL:${acl}`;
  if (pmid !== undefined) return `PMID:${pmid}`;
  return pmcid === undefined ? null : `PMCID:${pmcid.replace(/^PMC/, '')}`;
}

function toPaper(record: v.InferOutput<typeof RECORD>): ProviderPaper | null {
  const { paperId, title, abstract, year, publicationDate, citationCount, authors, externalIds } = record;
  if (title === undefined) return null;
  const ids: PaperIds = compact({
    arxiv: parseArxivId(externalIds?.ArXiv ?? '')?.id,
    doi: parseDoi(externalIds?.DOI ?? '') ?? undefined,
    acl: parseAclId(externalIds?.ACL ?? '') ?? undefined,
    pmid: parsePmid(externalIds?.PubMed ?? '') ?? undefined,
    pmcid: parsePmcid(`PMC${externalIds?.PubMedCentral ?? ''}`) ?? undefined,
    s2: parseS2Id(paperId ?? '') ?? undefined,
  });
  if (paperKeyOf({ ids, title, authors }) === null) return null;
  const date = publicationDate ?? (year === undefined ? '' : `${year}-01-01`);
  return compact({
    facts: compact({
      ids,
      title,
      abstract,
      authors,
      authorCount: authors.length,
      publishedOn: parseIsoDate(date) ?? undefined,
      categories: [],
      keywords: [],
    }),
    link: paperUrl(ids.s2 === undefined ? ids : { s2: ids.s2 }) ?? 'https://www.semanticscholar.org/',
    citations: citationCount,
  });
}
