import { type CSSProperties, type ReactNode, useId, useState } from 'react';
import { bestLink } from '../../lib/model/paper/links';
import type { Reason, ReasonPosition, RelatedPaper } from '../../lib/model/related';
import { IconButton } from '../controls/IconButton';
import { OutLink } from '../controls/OutLink';
import { Marked, PaperAbstract } from '../paper/Abstract';
import { PaperMeta } from '../paper/PaperMeta';
import { Reasons } from './Reasons';
import { ReasonShares } from './ReasonShares';
import { SaveButton, type SaveButtonProps } from '../paper/SaveButton';
import { WORDS } from '../words/words';

export interface RelatedRowProps {
  readonly item: RelatedPaper;
  readonly saving: SaveButtonProps['saving'];
}

/**
 * One related paper. The strength of the rule in its margin shows how close it is. When the row is open, the
 * parts of the score replace the line that says why, and title and abstract have the shared words marked.
 */
export function RelatedRow({ item, saving }: RelatedRowProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const whyId = useId();
  const abstractId = useId();
  const { paper, closeness, reasons } = item;
  const links = paper.provenance.map(({ link }) => link);
  return (
    <li
      className="row related-row"
      style={{ '--closeness': closeness } as CSSProperties /* React's type knows no custom properties. */}
    >
      <div className="body">
        <OutLink className="title" href={bestLink(paper.ids, links)}>
          <Marked text={paper.title} marks={isOpen ? positionsIn(reasons, 'title') : []} />
        </OutLink>
        <PaperMeta paper={paper} date="month" hasUpvotes />
        {!isOpen && <Reasons reasons={reasons} />}
      </div>
      <div className="tools">
        <SaveButton paper={paper} saving={saving} />
        <IconButton
          icon="down"
          label={`${isOpen ? 'Hide' : 'Show'} ${WORDS.whyAndAbstract}: ${paper.title}`}
          hint={`${isOpen ? 'Hide' : 'Show'} ${WORDS.whyAndAbstract}`}
          isExpanded={isOpen}
          controls={`${whyId} ${abstractId}`}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      {isOpen && <ReasonShares id={whyId} reasons={reasons} />}
      {isOpen && (
        <PaperAbstract id={abstractId} paper={paper} marksIn={() => positionsIn(reasons, 'abstract')} />
      )}
    </li>
  );
}

function positionsIn(reasons: readonly Reason[], field: ReasonPosition['field']): readonly ReasonPosition[] {
  return reasons
    .flatMap((reason) => (reason.kind === 'phrase' || reason.kind === 'pair' ? reason.positions : []))
    .filter((position) => position.field === field);
}
