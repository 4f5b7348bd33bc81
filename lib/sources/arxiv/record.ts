import { parseArxivId, parseDoi } from '../../model/paper/ids';
import { compact } from '../../model/compact';
import type { IsoDate } from '../../model/dates';
import type { Announcement } from '../../model/feed/edition';
import { completeIds } from '../../model/paper/identity';
import { collapseSpace } from '../../text/plain';
import { texToUnicode } from '../../text/tex';
import type { ReadOutcome } from '../outcome';
import { ARXIV } from './about';

/** What a feed item or an API entry says, as written there. */
export interface RawArxivRecord {
  /** Holds the id with its version: `oai:arXiv.org:2604.21935v1`, `http://arxiv.org/abs/hep-th/9901001v2`. */
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly abstract: string | undefined;
  readonly authors: readonly string[];
  /** Primary first. */
  readonly categories: readonly string[];
  readonly doi: string | undefined;
  readonly publishedOn: IsoDate | undefined;
  readonly edition: IsoDate | undefined;
  readonly announced: Announcement | undefined;
}

/**
 * Makes a record of what was read: TeX resolved, ids and categories in their normal form.
 *
 * Fields of arXiv are TeX source, so titles, names and abstracts are converted here and nowhere later.
 */
export function arxivRecord(raw: RawArxivRecord): ReadOutcome {
  const id = parseArxivId((raw.id ?? '').replace(/^(?:https?:\/\/[^/]+\/abs\/|oai:arXiv\.org:)/i, ''));
  if (id === null) return { drop: 'no-id' };
  const title = texToUnicode(raw.title ?? '');
  if (title === '') return { drop: 'no-title' };
  const abstract = abstractOf(raw.abstract ?? '');
  const authors = raw.authors.map(texToUnicode).filter((name) => name !== '');
  if (authors.length === 0 && abstract === undefined) return { drop: 'no-authors' };

  const doi = parseDoi(raw.doi ?? '') ?? undefined;
  const ids = completeIds(compact({ arxiv: id.id, doi }));
  const record = compact({
    paper: compact({
      ids,
      title,
      abstract,
      authors,
      authorCount: authors.length,
      publishedOn: raw.publishedOn,
      version: id.version,
      categories: [...new Set(raw.categories.filter((category) => CATEGORY.test(category)))],
      keywords: [],
    }),
    link: ARXIV.paperUrl(ids),
    edition: raw.edition,
    announced: raw.announced,
  });
  return { record };
}

/** `cs.SE`, `hep-th`; not the classes of other systems (`68T05`, `I.2.7`) that authors add to them. */
const CATEGORY = /^[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z]+(?:-[a-z]+)?)?$/;

/** A withdrawn paper stays, but its notice is no abstract to find related papers by. */
function abstractOf(text: string): string | undefined {
  const abstract = texToUnicode(collapseSpace(text));
  const isNotice =
    abstract.length < 400 &&
    /^(?:this|the) (?:\w+ )?(?:paper|article|manuscript|submission|work) (?:has been|have been|was|is) (?:\w+ )?withdrawn/i.test(
      abstract,
    );
  return abstract === '' || isNotice ? undefined : abstract;
}
