import { fold } from '../../model/paper/identity';
import { readMeta } from '../meta';
import type { Site } from '../types';
import { textOfFirst } from './find';

/** Enough letters to tell two titles apart; sites cut long titles in the tab. */
const TELLING_CHARS = 40;

/** The tab's title on pages of papers: "Title | OpenReview", "[PDF] Title | Semantic Scholar". */
const TAB =
  /^(?:\[PDF\] )?(.+?) (?:on|[-|–]) (?:alphaXiv|(?:NASA\/)?ADS|IEEE .+|INSPIRE|JSTOR|OpenAlex|OpenReview|Semantic Scholar)$/i;

/**
 * Reads pages whose head may be that of the page before, or says nothing: on single-page sites navigation
 * changes the tab's title, not always the tags.
 *
 * What `read` finds counts when the tab's title says the same; else the tab's title is all that is known.
 */
export function readWithTab(read: Site['extract'] = readMeta): Site['extract'] {
  return (page) => {
    const tab = textOfFirst(page, 'head > title');
    const meta = read(page);
    if (meta !== null && fold(tab).includes(fold(meta.title).slice(0, TELLING_CHARS))) return meta;
    const title = TAB.exec(tab)?.[1];
    return title === undefined ? null : { title, authors: [], categories: [], ids: {} };
  };
}
