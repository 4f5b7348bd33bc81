import type { ReactNode } from 'react';
import { TopicLink } from './TopicLink';

export interface TopicsProps {
  readonly topics: readonly string[];
  /** The topic that the related papers are narrowed to. */
  readonly chosen: string | null;
  readonly onChoose: (topic: string | null) => void;
}

/** The paper's topics; a click narrows the related papers, a second one widens them again. */
export function Topics({ topics, chosen, onChoose }: TopicsProps): ReactNode {
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
