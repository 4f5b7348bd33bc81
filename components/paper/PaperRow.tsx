import { Fragment, type ReactNode, useId, useState } from 'react';
import type { FeedItem } from '../../lib/model/feed/lists';
import { bestLink } from '../../lib/model/paper/links';
import { findTyped } from '../../lib/text/highlight';
import { formatCount } from '../words/format';
import { Icon } from '../controls/Icon';
import { IconButton } from '../controls/IconButton';
import { OutLink } from '../controls/OutLink';
import { PaperAbstract } from './Abstract';
import { PaperMeta } from './PaperMeta';
import { SaveButton, type SaveButtonProps } from './SaveButton';
import { TopicLink } from './TopicLink';
import { ANNOUNCEMENT_WORDS, WORDS } from '../words/words';

export interface PaperRowProps {
  readonly item: FeedItem;
  /** True for a list with papers of several days. */
  readonly hasDate: boolean;
  /** What was searched for: its words are marked. */
  readonly typed?: string;
  readonly saving: SaveButtonProps['saving'];
}

/** One paper of a list. */
export function PaperRow({ item, hasDate, typed = '', saving }: PaperRowProps): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const abstractId = useId();
  const { paper, isNew, announced, isUnlisted } = item;
  const links = paper.provenance.map(({ link }) => link);
  const verb = isOpen ? 'Hide' : 'Show';
  return (
    <li className="row paper-row" data-new={isNew || undefined}>
      <Upvotes count={paper.upvotes} />
      <div className="body">
        {isNew && <span className="new" role="img" aria-label="New" />}
        <OutLink className="title" href={bestLink(paper.ids, links)}>
          {paper.title}
        </OutLink>
        <PaperMeta paper={paper} date={hasDate ? 'day' : 'none'} hasComments>
          {announced !== undefined && <span className="number">{ANNOUNCEMENT_WORDS[announced]}</span>}
          {isUnlisted && (
            <span className="number" title="The source’s list of that day no longer has it.">
              no longer listed
            </span>
          )}
        </PaperMeta>
        <Keywords keywords={paper.keywords} />
      </div>
      <div className="tools">
        <SaveButton paper={paper} saving={saving} />
        <IconButton
          icon="down"
          label={`${verb} ${WORDS.abstract}: ${paper.title}`}
          hint={`${verb} ${WORDS.abstract}`}
          isExpanded={isOpen}
          controls={abstractId}
          onClick={() => setIsOpen(!isOpen)}
        />
      </div>
      {isOpen && (
        <PaperAbstract
          id={abstractId}
          paper={paper}
          marksIn={(abstract) => (typed === '' ? [] : findTyped(abstract, typed))}
        />
      )}
    </li>
  );
}

/** Empty for sources without votes, so that the titles stay aligned. */
function Upvotes({ count }: { readonly count: number | undefined }): ReactNode {
  if (count === undefined) return <span className="upvotes" />;
  return (
    <span className="upvotes">
      <Icon name="up" />
      <span className="unseen">Upvotes: </span>
      <b>{formatCount(count)}</b>
    </span>
  );
}

/** More keywords would be a second title. */
const MAX_KEYWORDS = 3;

/** A paper's first keywords, each a link to the papers about it. */
function Keywords({ keywords }: { readonly keywords: readonly string[] }): ReactNode {
  if (keywords.length === 0) return null;
  return (
    <p className="keywords">
      {keywords.slice(0, MAX_KEYWORDS).map((keyword, position) => (
        <Fragment key={keyword}>
          {position > 0 && ' · '}
          <TopicLink topic={keyword} />
        </Fragment>
      ))}
    </p>
  );
}
