import { type ReactNode, useId, useState } from 'react';
import type { PanelPaper } from '../../lib/messages/protocol';
import type { Saving } from '../worker/use-saving';
import { discussionUrl } from '../../lib/model/paper/links';
import { Authors } from '../paper/Authors';
import { countOf, formatCount, formatDate, formatDay } from '../words/format';
import { Icon } from '../controls/Icon';
import { OutLink } from '../controls/OutLink';
import { TopicLink } from '../paper/TopicLink';
import { PaperActions } from './PaperActions';

export interface ThisPaperProps {
  readonly panel: PanelPaper;
  readonly saving: Saving;
  readonly topic: string | null;
  readonly onTopic: (topic: string | null) => void;
  readonly nowMs: number;
}

/** The paper on the page: what the page says, and what the feed adds. */
export function ThisPaper({ panel, saving, topic, onTopic, nowMs }: ThisPaperProps): ReactNode {
  const { paper, inFeedSince, topics, ref } = panel;
  return (
    <section className="this" aria-label="This paper">
      <p className="kicker">
        {inFeedSince === undefined
          ? 'Not in your feed'
          : `In your feed since ${formatDay(inFeedSince, nowMs)}`}
      </p>
      <h2>{paper.title === '' ? 'Title not known' : paper.title}</h2>
      <div className="meta">
        <Authors authors={paper.authors} count={paper.authorCount} limit={3} />
        {paper.organisation !== undefined && <span>{paper.organisation}</span>}
        {paper.publishedOn !== undefined && <span className="number">{formatDate(paper.publishedOn)}</span>}
      </div>
      <FeedNumbers panel={panel} />
      {paper.aiSummary !== undefined && <AiSummary text={paper.aiSummary} />}
      <Topics topics={topics} chosen={topic} onChoose={onTopic} />
      <PaperActions paper={paper} version={ref.version} saving={saving} />
    </section>
  );
}

/** What the feed knows and the page does not. */
function FeedNumbers({ panel: { paper } }: { readonly panel: PanelPaper }): ReactNode {
  const { upvotes, comments, codeUrl, codeStars, projectUrl } = paper;
  if ([upvotes, comments, codeUrl, projectUrl].every((value) => value === undefined)) return null;
  return (
    <div className="meta">
      {upvotes !== undefined && (
        <span className="number">
          <Icon name="up" />
          <span className="unseen">Upvotes: </span>
          <b>{formatCount(upvotes)}</b>
        </span>
      )}
      {comments !== undefined && (
        <OutLink className="number" href={discussionUrl(paper.ids)}>
          {countOf(comments, 'comment')}
        </OutLink>
      )}
      {codeUrl !== undefined && (
        <OutLink className="number" href={codeUrl}>
          Code{codeStars === undefined ? '' : ` · ${formatCount(codeStars)} ★`}
        </OutLink>
      )}
      {projectUrl !== undefined && <OutLink href={projectUrl}>Project page</OutLink>}
    </div>
  );
}

/** One sentence by a language model, folded, and always labelled as such. */
function AiSummary({ text }: { readonly text: string }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <div className="summary">
      <button
        type="button"
        className="more"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Hide' : 'Show'} AI summary
      </button>
      {isOpen && (
        <p id={id}>
          {text} <span className="source">Written by a language model, from Hugging Face.</span>
        </p>
      )}
    </div>
  );
}

interface TopicsProps {
  readonly topics: readonly string[];
  /** The topic that the related papers are narrowed to. */
  readonly chosen: string | null;
  readonly onChoose: (topic: string | null) => void;
}

/** The paper's topics. A click narrows the related papers, a second click widens them again. */
function Topics({ topics, chosen, onChoose }: TopicsProps): ReactNode {
  if (topics.length === 0) return null;
  return (
    <ul className="topics" aria-label="Topics">
      {topics.map((topic) => (
        <li key={topic}>
          <button
            type="button"
            className="topic"
            aria-pressed={topic === chosen}
            title={topic === chosen ? 'Show all related papers' : `Only related papers about ${topic}`}
            onClick={() => onChoose(topic === chosen ? null : topic)}
          >
            {topic}
          </button>
        </li>
      ))}
      {chosen !== null && (
        <li className="topic-more">
          <TopicLink topic={chosen}>All papers about {chosen}</TopicLink>
        </li>
      )}
    </ul>
  );
}
