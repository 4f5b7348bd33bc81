import type { ReactNode } from 'react';
import type { TextRange } from '../../lib/text/highlight';
import { Abstract } from './Abstract';
import { type OpenedPaper, useAbstract } from './use-abstract';
import { errorWords, WORDS } from '../words/words';

export interface PaperAbstractProps {
  /** What the button that opens it controls. */
  readonly id: string;
  readonly paper: OpenedPaper;
  /** Places to mark. */
  readonly marksIn?: (abstract: string) => readonly TextRange[];
}

/** The abstract of a paper of the feed; one that the package does not have is fetched when it is opened. */
export function PaperAbstract({ id, paper, marksIn = () => [] }: PaperAbstractProps): ReactNode {
  const { abstract, askAgain } = useAbstract(paper);
  switch (abstract.kind) {
    case 'loading':
      return (
        <p id={id} className="abstract" data-empty role="status">
          {WORDS.fetchingAbstract}
        </p>
      );
    case 'failed':
      return (
        <p id={id} className="abstract" data-empty role="alert">
          {errorWords(abstract.code)}{' '}
          <button type="button" className="link-button" onClick={askAgain}>
            {WORDS.tryAgain}
          </button>
        </p>
      );
    case 'ready': {
      const text = abstract.value ?? undefined;
      return <Abstract id={id} text={text} marks={text === undefined ? [] : marksIn(text)} />;
    }
  }
}
