import { Fragment, type ReactNode } from 'react';
import { TopicLink } from './TopicLink';

export interface KeywordsProps {
  readonly keywords: readonly string[];
}

/** More keywords would be a second title. */
const MAX_KEYWORDS = 3;

/** A paper's first keywords, each a link to the papers about it. */
export function Keywords({ keywords }: KeywordsProps): ReactNode {
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
