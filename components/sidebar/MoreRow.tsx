import { type ReactNode, useId, useState } from 'react';
import { bestLink } from '../../lib/model/paper/links';
import type { MorePaper } from '../../lib/model/more-related';
import { Abstract } from '../paper/Abstract';
import { countOf } from '../words/format';
import { IconButton } from '../controls/IconButton';
import { OutLink } from '../controls/OutLink';
import { PaperMeta } from '../paper/PaperMeta';
import { SaveButton } from '../paper/SaveButton';
import { WORDS } from '../words/words';

export interface MoreRowProps {
  readonly item: MorePaper;
  readonly isSaved: boolean;
  readonly onToggleSaved: () => void;
}

/** A related paper from a service. Its reasons are unknown, so it has no rule in its margin. */
export function MoreRow({ item, isSaved, onToggleSaved }: MoreRowProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const abstractId = useId();
  const { facts, link, citations, isInFeed } = item;
  const verb = isOpen ? 'Hide' : 'Show';
  return (
    <li className="row">
      <div className="body">
        <OutLink className="title" href={bestLink(facts.ids, [link])}>
          {facts.title}
        </OutLink>
        <PaperMeta paper={facts} date="month" hasUpvotes={isInFeed}>
          {citations !== undefined && citations > 0 && (
            <span className="number">{countOf(citations, 'citation')}</span>
          )}
          {isInFeed && <span className="number">in your feed</span>}
        </PaperMeta>
      </div>
      <div className="tools">
        <SaveButton title={facts.title} isSaved={isSaved} onToggle={onToggleSaved} />
        <IconButton
          icon="down"
          label={`${verb} ${WORDS.abstract}: ${facts.title}`}
          hint={`${verb} ${WORDS.abstract}`}
          isExpanded={isOpen}
          controls={abstractId}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      {isOpen && <Abstract id={abstractId} text={facts.abstract} />}
    </li>
  );
}
