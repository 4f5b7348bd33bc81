import type { ReactNode } from 'react';
import type { RelatedAnswer, RelatedSort } from '../../lib/model/related';
import { Choice } from '../controls/Choice';
import { formatCount, formatUntil } from '../words/format';
import { useFirstRows } from '../paper/PaperList';
import { FailedNotice, Notice } from '../controls/Notice';
import { Progress } from '../controls/Progress';
import { RelatedRow } from './RelatedRow';
import type { Saving } from '../worker/use-saving';
import type { RelatedState } from './sidebar-state';
import { ERROR_WORDS, SORT_WORDS, WORDS } from '../words/words';

export interface RelatedPanelProps {
  readonly state: RelatedState;
  readonly sort: RelatedSort;
  readonly onSort: (sort: RelatedSort) => void;
  readonly topic: string | null;
  readonly onAllTopics: () => void;
  readonly saving: Saving;
  readonly onTryAgain: () => void;
  readonly onSync: () => void;
  readonly nowMs: number;
}

const SORTS = (['closest', 'newest', 'upvoted'] as const).map((value) => ({
  value,
  text: SORT_WORDS[value],
}));

/** The related papers under their heading, or what takes their place. */
export function RelatedPanel(props: RelatedPanelProps): ReactNode {
  const { state, sort, onSort } = props;
  const answer = state.kind === 'ready' || state.kind === 'none' ? state.answer : null;
  return (
    <section className="related" aria-label="Related">
      <div className="related-head">
        <h2>Related</h2>
        <p className="count" role="status">
          {answer !== null && `${formatCount(answer.found)} of ${formatCount(answer.feedSize)}`}
        </p>
        {state.kind === 'ready' && <Choice label="Order" options={SORTS} chosen={sort} onChoose={onSort} />}
      </div>
      <RelatedBody {...props} />
    </section>
  );
}

function RelatedBody(props: RelatedPanelProps): ReactNode {
  const { state } = props;
  switch (state.kind) {
    case 'loading':
      return <Placeholder />;
    case 'ready':
      return <RelatedList {...state.answer} saving={props.saving} />;
    case 'none':
      return <NoneRelated topic={props.topic} onAllTopics={props.onAllTopics} />;
    case 'no-title':
      return (
        <Notice
          title="No title yet"
          text="This page does not tell the paper’s title, so there is nothing to look up."
        />
      );
    case 'syncing':
      return (
        <Notice
          title="Fetching your feed"
          text="Related papers appear here as soon as the first lists are in."
        >
          <Progress progress={state.progress} />
        </Notice>
      );
    case 'empty':
      return (
        <Notice
          title="Your feed is empty"
          tone={state.problem === null ? 'plain' : 'failure'}
          text={
            state.problem === null
              ? 'Nothing has been fetched yet.'
              : `${ERROR_WORDS[state.problem.code]} Next try ${formatUntil(state.problem.retryAtMs, props.nowMs)}.`
          }
          action={{ text: WORDS.syncNow, onClick: props.onSync }}
        />
      );
    case 'failed':
      return <FailedNotice title="The look-up failed" code={state.code} onTryAgain={props.onTryAgain} />;
  }
}

function RelatedList({ found, items, saving }: RelatedAnswer & Pick<RelatedPanelProps, 'saving'>): ReactNode {
  const rows = useFirstRows(items);
  return (
    <ol aria-label="Related papers" aria-busy={rows.length < found}>
      {rows.map((item) => (
        <RelatedRow key={item.paper.key} item={item} saving={saving} />
      ))}
    </ol>
  );
}

function NoneRelated({ topic, onAllTopics }: Pick<RelatedPanelProps, 'onAllTopics' | 'topic'>): ReactNode {
  if (topic === null) {
    return (
      <Notice
        title="Nothing close"
        text="No paper in your feed is related to this one. The feed grows every day."
      />
    );
  }
  return (
    <Notice
      title="Nothing on this topic"
      text={`No related paper is about ${topic}.`}
      action={{ text: 'Show all related papers', onClick: onAllTopics }}
    />
  );
}

/** Takes the place of the list while a look-up runs. */
function Placeholder(): ReactNode {
  return (
    <div className="placeholder" role="status">
      <span className="unseen">Looking up related papers</span>
      {[84, 62, 71].map((percent) => (
        <i key={percent} style={{ width: `${percent}%` }} />
      ))}
    </div>
  );
}
