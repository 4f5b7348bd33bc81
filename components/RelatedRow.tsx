import { type CSSProperties, type ReactNode, useId, useState } from 'react';
import type { RelatedPaper } from '../lib/model/related';
import { bestLink } from '../lib/model/links';
import { Abstract } from './Abstract';
import { IconButton } from './IconButton';
import { OutLink } from './OutLink';
import { PaperMeta } from './PaperMeta';
import { Reasons } from './Reasons';
import { SaveButton } from './SaveButton';
import { WORDS } from './words';

export interface RelatedRowProps {
  readonly item: RelatedPaper;
  readonly isSaved: boolean;
  readonly onToggleSaved: () => void;
}

/** One related paper: the strength of the rule in its margin says how close it is. */
export function RelatedRow({ item, isSaved, onToggleSaved }: RelatedRowProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const abstractId = useId();
  const { paper, closeness, reasons } = item;
  const phrases = reasons.flatMap((reason) => (reason.kind === 'phrase' ? [reason.phrase] : []));
  const links = paper.provenance.map(({ link }) => link);
  return (
    <li
      className="row related-row"
      style={{ '--closeness': closeness } as CSSProperties /* React's type knows no custom properties. */}
    >
      <div className="body">
        <OutLink className="title" href={bestLink(paper.ids, links)}>
          {paper.title}
        </OutLink>
        <PaperMeta paper={paper} date="month" hasUpvotes />
        <Reasons reasons={reasons} />
      </div>
      <div className="tools">
        <SaveButton title={paper.title} isSaved={isSaved} onToggle={onToggleSaved} />
        <IconButton
          icon="down"
          label={`${isOpen ? 'Hide' : 'Show'} ${WORDS.abstract}: ${paper.title}`}
          hint={`${isOpen ? 'Hide' : 'Show'} ${WORDS.abstract}`}
          isExpanded={isOpen}
          controls={abstractId}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      {isOpen && <Abstract id={abstractId} text={paper.abstract} phrases={phrases} />}
    </li>
  );
}
