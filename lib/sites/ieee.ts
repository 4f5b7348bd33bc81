import { compact } from '../model/compact';
import { parseDoi } from '../model/paper/ids';
import type { PaperMeta } from '../model/paper/page';
import { plainText } from '../text/plain';
import { firstDay } from './meta/meta-dates';
import { personName } from './meta/names';
import { findAll } from './pages/elements';
import { isRecord, parseJson } from './meta/json-ld';
import { exactly, site } from './urls/define-site';

/** Papers on https://ieeexplore.ieee.org */
export const urls = site({
  id: 'ieee',
  name: 'IEEE Xplore',
  hosts: ['ieeexplore.ieee.org'],
  pages: ['/*'],
  tab: /IEEE .+/,
  papers: () => [
    {
      example: 'https://ieeexplore.ieee.org/document/8578259',
      path: exactly`(/abstract)?/document/(?<record>\d+)(/[a-z]+)?`,
    },
    {
      example: 'https://ieeexplore.ieee.org/stampPDF/getPDF.jsp?tp=&arnumber=9090146',
      path: exactly`/(?<pdf>stamp\w*|iel\w*)/.+`,
      query: { arnumber: exactly`(?<record>\d+)` },
    },
    {
      example: 'http://ieeexplore.ieee.org/xpls/abs_all.jsp?arnumber=1397982',
      path: exactly`/xpls?/((free)?abs_all|articleDetails)\.jsp`,
      query: { arnumber: exactly`(?<record>\d+)` },
    },
  ],
});

/**
 * Reads a paper of IEEE Xplore: what the page's script sets as `xplGlobal.document.metadata`.
 *
 * Only the first page of a visit has it: later ones are built in the page and keep that of the first.
 */
export function read(page: Document): PaperMeta | null {
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
