import type { PageSite } from '../model/paper/page';
import type { Site } from './types';

/** The part of a listed site that scripts on pages need. Apart from the table, which they do without. */
export function pageSiteOf({ id, name, isSinglePage, anchors }: Site): PageSite {
  return {
    id,
    key: id,
    name,
    isSinglePage: isSinglePage === true,
    anchors: anchors.map(({ selector }) => selector),
  };
}
