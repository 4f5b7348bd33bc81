import { type ReactNode, useId, useState } from 'react';
import { compact } from '../../../lib/model/compact';
import type { ReadingState, SavedPaper } from '../../../lib/model/saved';
import { bestLink } from '../../../lib/model/paper/links';
import { formatAge } from '../../words/format';
import { IconButton } from '../../controls/IconButton';
import { OutLink } from '../../controls/OutLink';
import { PaperAbstract } from '../../paper/Abstract';
import { PaperMeta } from '../../paper/PaperMeta';
import { StateSelect } from '../../paper/StateSelect';

export interface ReadingRowProps {
  readonly saved: SavedPaper;
  readonly onState: (state: ReadingState) => void;
  readonly onRemove: () => void;
  readonly nowMs: number;
}

/** One saved paper. */
export function ReadingRow({ saved, onState, onRemove, nowMs }: ReadingRowProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const abstractId = useId();
  const { key, paper, state, savedAtMs } = saved;
  const title = paper.title === '' ? key : paper.title; // Saved from a PDF that nobody could name.
  return (
    <li className="row reading-row" data-state={state}>
      <div className="body">
        <OutLink className="title" href={bestLink(paper.ids, [paper.projectUrl])}>
          {title}
        </OutLink>
        <PaperMeta paper={paper} date="month">
          <span className="number">saved {formatAge(savedAtMs, nowMs)}</span>
        </PaperMeta>
      </div>
      <div className="tools">
        <StateSelect title={title} state={state} onChange={onState} />
        <button
          type="button"
          className="text-button"
          aria-label={`Abstract: ${title}`}
          aria-expanded={isOpen}
          aria-controls={abstractId}
          onClick={() => setIsOpen(!isOpen)}
        >
          Abstract
        </button>
        <IconButton
          icon="trash"
          label={`Remove: ${title}`}
          hint="Remove from the reading list"
          onClick={onRemove}
        />
      </div>
      {isOpen && <PaperAbstract id={abstractId} paper={compact({ key, abstract: paper.abstract })} />}
    </li>
  );
}
