import { type ReactNode, useState } from 'react';
import type { TopicPage, TopicSort } from '../../../lib/model/topic';
import { Choice } from '../../controls/Choice';
import { countOf, formatCount } from '../../words/format';
import { useQuery } from '../../worker/use-query';
import { type Saving, useSaving } from '../../worker/use-saving';
import { useSearch } from '../../popup/use-search';
import { MonthChart } from './MonthChart';
import { FailedNotice, Loading, Notice } from '../../controls/Notice';
import { PaperList } from '../../paper/PaperList';
import { FailureStrip } from '../../controls/Strip';
import { Toast } from '../../controls/Toast';
import { TopicLink } from '../../paper/TopicLink';
import { SORT_WORDS, WORDS } from '../../words/words';

export interface TopicScreenProps {
  /** By any of its names, as in the address. */
  readonly topic: string;
}

/** Papers of a topic that are shown. */
const LIMIT = 100;

const SORTS = (['newest', 'upvoted'] as const).map((value) => ({ value, text: SORT_WORDS[value] }));

/** A topic: its papers per month, the topics that come up with it, and the papers themselves. */
export function TopicScreen({ topic }: TopicScreenProps): ReactNode {
  const [sort, setSort] = useState<TopicSort>('newest');
  const request = { topic, sort, limit: LIMIT };
  const { asked: page, askAgain } = useQuery({ name: 'topics.page', request, about: topic });
  const saving = useSaving();
  const name = page.kind === 'ready' && page.value !== null ? page.value.name : topic;
  return (
    <section className="topic-page" aria-labelledby="topic-heading">
      <div className="page-head">
        <h1 id="topic-heading">{name}</h1>
        <a href="#topics">All topics</a>
      </div>
      <FailureStrip code={saving.failure} />
      {page.kind === 'loading' && <Loading />}
      {page.kind === 'failed' && (
        <FailedNotice title="This topic could not be read" code={page.code} onTryAgain={askAgain} />
      )}
      {page.kind === 'ready' &&
        (page.value === null ? (
          <UnknownTopic text={topic} saving={saving} />
        ) : (
          <KnownTopic page={page.value} sort={sort} onSort={setSort} saving={saving} />
        ))}
      {saving.removed !== null && <Toast text={WORDS.removed} onUndo={saving.undo} onEnd={saving.dismiss} />}
    </section>
  );
}

interface KnownTopicProps {
  readonly page: TopicPage;
  readonly sort: TopicSort;
  readonly onSort: (sort: TopicSort) => void;
  readonly saving: Saving;
}

function KnownTopic({ page, sort, onSort, saving }: KnownTopicProps): ReactNode {
  const { papers, months, related, items } = page;
  if (papers === 0) {
    return <Notice title="No papers yet" text="None of the cached papers is about this topic." />;
  }
  return (
    <>
      <MonthChart months={months} />
      {related.length > 0 && (
        <section className="related-topics" aria-labelledby="related-topics">
          <h2 id="related-topics">Comes up with</h2>
          <ul className="topics">
            {related.map(({ name }) => (
              <li key={name}>
                <TopicLink topic={name} className="topic" isInLibrary />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="list-head">
        <p className="count" role="status">
          {countOf(papers, 'paper')}
          {items.length < papers && `, the first ${formatCount(items.length)}`}
        </p>
        <Choice label="Order" options={SORTS} chosen={sort} onChoose={onSort} />
      </div>
      <PaperList items={items} saving={saving} hasDates />
    </>
  );
}

/** A keyword that too few papers share to be a topic: the papers that have its words. */
function UnknownTopic({ text, saving }: { readonly text: string; readonly saving: Saving }): ReactNode {
  const found = useSearch(text);
  if (found.kind === 'ready' && found.items.length > 0) {
    return (
      <>
        <p className="found" role="status">
          Too few papers share this keyword for a topic of its own. Papers that match its words, best first:
        </p>
        <PaperList items={found.items} saving={saving} hasDates typed={text} />
      </>
    );
  }
  if (found.kind === 'loading') {
    return <Loading />;
  }
  return (
    <Notice title="No such topic" text="No topic has this name, and no cached paper matches it.">
      <p>
        <a href="#topics">All topics</a>
      </p>
    </Notice>
  );
}
