import type { ReactNode } from 'react';

export interface TopicLinkProps {
  /** By any of its names. */
  readonly topic: string;
  readonly className?: string;
  /** In the library itself the page changes in place; elsewhere a tab opens. @default false */
  readonly isInLibrary?: boolean;
  /** @default the topic */
  readonly children?: ReactNode;
}

/** Where a topic's page is. */
function topicHash(topic: string): string {
  return `#topic=${encodeURIComponent(topic)}`;
}

/** The topic that a part of the address names: `topic=flow%20matching`; null for another part. */
export function topicOfHash(hash: string): string | null {
  const [, encoded = ''] = /^topic=(.+)$/.exec(hash) ?? [];
  if (encoded === '') return null;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // Typed by hand: `topic=100%`.
  }
}

/** A link to a topic's page in the library. */
export function TopicLink({
  topic,
  className,
  isInLibrary = false,
  children = topic,
}: TopicLinkProps): ReactNode {
  return isInLibrary ? (
    <a className={className} href={topicHash(topic)}>
      {children}
    </a>
  ) : (
    <a className={className} href={`/library.html${topicHash(topic)}`} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
