import { compact } from '../../model/compact';
import type { PaperMeta } from '../../model/paper/page';
import { collapseSpace } from '../../text/plain';
import { findAll, findFirst, visibleText } from './elements';

/**
 * Reads the head of a paper that LaTeXML converted to HTML; null when the page has no such title.
 *
 * The list of authors ends at the first text that is not a name: LaTeXML puts names, addresses and e-mail
 * addresses into one element if the source did.
 */
export function readLatexml(page: Document): Pick<PaperMeta, 'abstract' | 'authors' | 'title'> | null {
  const title = collapseSpace(visibleText(findFirst(page, 'h1.ltx_title_document'))); // Seen 2026-11-23.
  if (title === '') return null;
  const abstract = findAll(page, '.ltx_abstract .ltx_p').map(visibleText).join(' ');
  return {
    title,
    authors: findAll(page, '.ltx_authors .ltx_personname').flatMap((element) =>
      namesIn(visibleText(element)),
    ),
    ...compact({ abstract: collapseSpace(abstract) || undefined }),
  };
}

/** Two to five words, the first capitalised. */
const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){1,4}$/u;
const INSTITUTION =
  /universit|institut|college|school|depart|laborator|center|centre|research|academ|google|meta\b/i;
const BETWEEN_NAMES = /\$[^$]*\$|[\u2002\u2003]|[ \u00A0]{2,}|[,;&*†‡§¶∗\d]|\band\b/u;

function namesIn(text: string): readonly string[] {
  const names: string[] = [];
  for (const line of text.trim().split('\n')) {
    if (/^\s*[$\d†‡§¶*]/.test(line)) break; // A mark before the text: an address, not a name.
    const parts = line
      .split(BETWEEN_NAMES)
      .map(collapseSpace)
      .filter((part) => part !== '');
    if (!parts.every((part) => NAME.test(part) && !INSTITUTION.test(part))) break;
    names.push(...parts);
  }
  return names;
}
