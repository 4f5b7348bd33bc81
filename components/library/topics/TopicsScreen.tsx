import { type ReactNode, useState } from 'react';
import { fold } from '../../../lib/model/paper/identity';
import type { TopicCount } from '../../../lib/model/topic';
import { countOf, formatCount } from '../../words/format';
import { useQuery } from '../../worker/use-query';
import { FailedNotice, Loading, Notice } from '../../controls/Notice';
import { SearchField } from '../../controls/SearchField';
import { TopicLink } from '../../paper/TopicLink';
import { WORDS } from '../../words/words';

/** What the cached feed is about: the rising topics, then all topics, most frequent first. */
export function TopicsScreen(): ReactNode {
  const { asked: overview, askAgain } = useQuery({ name: 'topics.overview', request: undefined });
  const [typed, setTyped] = useState('');
  return (
    <section className="topics-page" aria-labelledby="topics-heading">
      <div className="page-head">
        <h1 id="topics-heading">{WORDS.topics}</h1>
      </div>
      {overview.kind === 'loading' && <Loading />}
      {overview.kind === 'failed' && (
        <FailedNotice title="The topics could not be read" code={overview.code} onTryAgain={askAgain} />
      )}
      {overview.kind === 'ready' &&
        (overview.value.topics.length === 0 ? (
          <Notice title="No topics yet" text="They come with the papers of the feed." />
        ) : (
          <>
            {overview.value.rising.length > 0 && typed.trim() === '' && (
              <section className="rising" aria-labelledby="rising-heading">
                <h2 id="rising-heading">More this week than the weeks before</h2>
                <ul className="topics">
                  {overview.value.rising.map(({ name, papers }) => (
                    <li key={name}>
                      <TopicLink topic={name} className="topic" isInLibrary>
                        {name} <span aria-hidden="true">{formatCount(papers)}</span>
                        <span className="unseen">, {countOf(papers, 'paper')} this week</span>
                      </TopicLink>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <div className="list-head">
              <h2>Most frequent in the last 30 days</h2>
              <SearchField label="Find a topic" text={typed} onText={setTyped} />
            </div>
            <TopicList topics={overview.value.topics} typed={typed} />
          </>
        ))}
    </section>
  );
}

function TopicList({
  topics,
  typed,
}: {
  readonly topics: readonly TopicCount[];
  readonly typed: string;
}): ReactNode {
  const shown = topicsMatching(topics, typed);
  if (shown.length === 0) {
    return (
      <p className="found" role="status">
        No topic of these days matches. Open <TopicLink topic={typed.trim()} isInLibrary /> all the same.
      </p>
    );
  }
  const most = Math.max(...shown.map(({ papers }) => papers));
  return (
    <ol className="topic-list" aria-label="Topics">
      {shown.map(({ name, papers }) => (
        <li key={name}>
          <TopicLink topic={name} isInLibrary />
          <span className="share" aria-hidden="true">
            <span style={{ width: `${(papers / most) * 100}%` }} />
          </span>
          <span className="number">{countOf(papers, 'paper')}</span>
        </li>
      ))}
    </ol>
  );
}

/** Topics drawn at once. */
const MAX_SHOWN = 60;

/**
 * The topics whose names contain the typed text: those that begin with it first, the rest in their given
 * order.
 */
function topicsMatching(topics: readonly TopicCount[], typed: string): readonly TopicCount[] {
  const wanted = fold(typed);
  const matching = topics.filter(({ name }) => fold(name).includes(wanted));
  const beginning = matching.filter(({ name }) => fold(name).startsWith(wanted));
  return [...new Set([...beginning, ...matching])].slice(0, MAX_SHOWN);
}
