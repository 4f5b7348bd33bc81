import { Fragment, type ReactNode } from 'react';
import type { Reason } from '../lib/model/related';

export interface ReasonsProps {
  /** Strongest first. */
  readonly reasons: readonly Reason[];
}

/** More would be a second abstract. */
const MAX_PHRASES = 4;
const MAX_FACTS = 2;

/** Why a paper is related: the shared phrases, then the other shared facts. */
export function Reasons({ reasons }: ReasonsProps): ReactNode {
  const phrases = reasons.filter((reason) => reason.kind === 'phrase').slice(0, MAX_PHRASES);
  const facts = FACTS.flatMap(({ kind, words }) => {
    const names = reasons.flatMap((reason) => (reason.kind === kind ? [nameOf(reason)] : []));
    return names.length === 0 ? [] : [{ kind, text: words(names.slice(0, MAX_FACTS)) }];
  });
  return (
    <p className="why">
      {phrases.length > 0 && 'shares '}
      {phrases.map(({ phrase }, place) => (
        <Fragment key={phrase}>
          {place > 0 && ' '}
          <mark>{phrase}</mark>
        </Fragment>
      ))}
      {facts.map(({ kind, text }, place) => (
        <Fragment key={kind}>
          {(place > 0 || phrases.length > 0) && ' · '}
          {text}
        </Fragment>
      ))}
      {phrases.length === 0 && facts.length === 0 && 'similar wording'}
    </p>
  );
}

/** In the order they are told. */
const FACTS = [
  { kind: 'topic', words: (names: readonly string[]) => `same topic: ${names.join(', ')}` },
  { kind: 'author', words: (names: readonly string[]) => `shared author: ${names.join(', ')}` },
  { kind: 'organisation', words: () => 'same organisation' },
] as const;

function nameOf(reason: Reason): string {
  switch (reason.kind) {
    case 'phrase':
      return reason.phrase;
    case 'topic':
      return reason.topic;
    case 'author':
    case 'organisation':
      return reason.name;
  }
}
