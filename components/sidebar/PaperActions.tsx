import type { ReactNode } from 'react';
import { toBibtex } from '../../lib/model/paper/bibtex';
import { bestLink, pdfUrl } from '../../lib/model/paper/links';
import type { PaperFacts } from '../../lib/model/paper/paper';
import { CopyButton } from '../controls/CopyButton';
import { Icon } from '../controls/Icon';
import { OutLink } from '../controls/OutLink';
import { SaveButton } from '../paper/SaveButton';
import { StateSelect } from '../paper/StateSelect';
import { WORDS } from '../words/words';
import type { Saving } from '../worker/use-saving';

export interface PaperActionsProps {
  readonly paper: PaperFacts;
  /** The version that the page shows. */
  readonly version: number | undefined;
  readonly saving: Saving;
}

/** What can be done with the paper on the page. */
export function PaperActions({ paper, version, saving }: PaperActionsProps): ReactNode {
  const saved = saving.stateOf(paper);
  const link = bestLink(paper.ids, [paper.projectUrl]);
  const pdf = pdfUrl(paper.ids, version);
  return (
    <div className="actions">
      {saved === undefined ? (
        <button
          type="button"
          className="text-button"
          aria-pressed={false}
          title="Save to the reading list"
          onClick={() => saving.toggle(paper)}
        >
          <Icon name="bookmark" />
          {WORDS.save}
        </button>
      ) : (
        <span className="saved">
          <SaveButton paper={paper} saving={saving} />
          <StateSelect
            title={paper.title}
            state={saved}
            onChange={(state) => saving.setState(paper, state)}
          />
        </span>
      )}
      {link !== null && <CopyButton icon="link" label="Copy link" name="Copy link" text={link} />}
      <CopyButton icon="quote" label="BibTeX" name="Copy BibTeX" text={toBibtex(paper)} />
      {pdf !== null && (
        <OutLink className="text-button" href={pdf}>
          <Icon name="pdf" />
          <span className="unseen">Open </span>PDF
        </OutLink>
      )}
    </div>
  );
}
