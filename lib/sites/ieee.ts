import { compact } from '../model/compact';
import { parseDoi } from '../model/paper/doi';
import type { PaperMeta } from '../model/paper/page';
import { plainText } from '../text/plain';
import { firstDay } from './meta/meta-dates';
import { personName } from './meta/names';
import { findAll } from './shared/find';
import { isRecord, parseJson } from './shared/json';

/**
 * Reads a paper of IEEE Xplore: what the page's script sets as `xplGlobal.document.metadata`.
 *
 * Only the first page of a visit has it: later ones are built in the page and keep that of the first.
 */
export function readIeee(page: Document): PaperMeta | null {
  const text = findAll(page, 'script:not([src])')
    .map((script) => /xplGlobal\.document\.metadata=(\{.*\});?\s*$/m.exec(script.textContent ?? '')?.[1])
    .find((json) => json !== undefined); // As Zotero's translator reads it, 2026-11.
  const data = parseJson(text ?? '');
  if (!isRecord(data)) return null;
  const textOf = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
  const title = plainText(textOf('title') || textOf('displayDocTitle'));
  const authors = Array.isArray(data['authors']) ? data['authors'] : [];
  if (title === '') return null;
  return {
    title,
    authors: authors.flatMap((author) =>
      isRecord(author) && typeof author['name'] === 'string' ? personName(author['name']) : [],
    ),
    categories: [],
    ids: compact({ doi: parseDoi(textOf('doi')) ?? undefined }),
    ...compact({
      abstract: plainText(textOf('abstract')) || undefined,
      publishedOn: firstDay(['onlineDate', 'publicationDate', 'dateOfInsertion'].map(textOf)) ?? undefined,
    }),
  };
}
