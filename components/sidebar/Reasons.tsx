import { Fragment, type ReactNode } from 'react';
import type { Reason } from '../../lib/model/related';
import { phraseKey } from '../../lib/text/words';
import { factWords, WHY_WORDS } from '../words/words';

export interface ReasonsProps {
  /** Each kind strongest first. */
  readonly reasons: readonly Reason[];
}

/** More would be a second abstract. */
const MAX_PHRASES = 4;
const MAX_PAIRS = 1;
const MAX_FACTS = 2;
/** In the order in which they are listed. */
const FACTS = ['topic', 'author', 'organisation'] as const;

/**
 * Why a paper is related, in one line: the shared phrases, then words close in meaning and shared facts. The
 * line stays, empty, while the reasons load.
 */
export function Reasons({ reasons }: ReasonsProps): ReactNode {
  if (reasons.length === 0) return <p className="why" aria-busy="true" />;
  const phrases = reasons.filter((reason) => reason.kind === 'phrase').slice(0, MAX_PHRASES);
  const others = [...pairWords(reasons), ...sharedFacts(reasons, phrases)];
  return (
    <p className="why">
      {phrases.length > 0 && `${WHY_WORDS.phrases} `}
      {phrases.map(({ phrase }, position) => (
        <Fragment key={phrase}>
          {position > 0 && ' '}
          <mark>{phrase}</mark>
        </Fragment>
      ))}
      {phrases.length > 0 && others.length > 0 && ' · '}
      {others.join(' · ')}
      {phrases.length === 0 && others.length === 0 && WHY_WORDS.nothingNamed}
    </p>
  );
}

function pairWords(reasons: readonly Reason[]): readonly string[] {
  return reasons
    .filter((reason) => reason.kind === 'pair')
    .slice(0, MAX_PAIRS)
    .map(({ phrase, own }) => `“${phrase}” ${WHY_WORDS.near} “${own}”`);
}

/** Leaves out a topic that a phrase already names. */
function sharedFacts(
  reasons: readonly Reason[],
  phrases: readonly { readonly phrase: string }[],
): readonly string[] {
  const told = new Set(phrases.map(({ phrase }) => phraseKey(phrase)));
  return FACTS.flatMap((kind) => {
    const facts = reasons.filter(
      (reason) => reason.kind === kind && !(reason.kind === 'topic' && told.has(phraseKey(reason.topic))),
    );
    return facts.length === 0 ? [] : [factWords(kind, facts.slice(0, MAX_FACTS))];
  });
}
