import { isoDateOf } from '../../lib/model/dates';
import type { SourceId } from '../../lib/model/paper/paper';
import { describeSource } from '../../lib/sources/descriptions';
import type { ShownList } from './save-list';
import { editionTitle } from './list-choice';
import type { PopupState } from './popup-state';

/** The papers on screen as a list that can go into a file; null while there are none. */
export function shownList(state: PopupState, source: SourceId, nowMs: number): ShownList | null {
  const today = isoDateOf(nowMs);
  switch (state.kind) {
    case 'edition': {
      const { edition } = state;
      const { shortName, fileName, listUrl } = describeSource(edition.source);
      return listOf({
        title: `${shortName}, ${editionTitle(edition, nowMs)}`,
        url: listUrl(edition),
        publisher: shortName,
        updatedAtMs: edition.fetchedAtMs,
        papers: edition.papers.map(({ paper }) => paper),
        fileName: [fileName, edition.span, edition.date].join('-'),
      });
    }
    case 'since':
      return listOf({
        title: 'New papers',
        url: describeSource(source).listsUrl,
        publisher: 'Paperkin',
        updatedAtMs: nowMs,
        papers: state.since.days.flatMap(({ papers }) => papers.map(({ paper }) => paper)),
        fileName: `new-${today}`,
      });
    case 'found':
      return listOf({
        title: `Papers found for “${state.text}”`,
        url: describeSource(source).listsUrl,
        publisher: 'Paperkin',
        updatedAtMs: nowMs,
        papers: state.items.map(({ paper }) => paper),
        fileName: `search-${today}`,
      });
    case 'loading':
    case 'failed':
    case 'syncing':
    case 'empty':
    case 'no-list':
      return null;
  }
}

function listOf(list: ShownList): ShownList | null {
  return list.papers.length === 0 ? null : list;
}
