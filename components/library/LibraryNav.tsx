import type { ReactNode } from 'react';
import { Brand } from '../controls/Brand';
import { Icon } from '../controls/Icon';
import { WORDS } from '../words/words';

/** What the library shows. */
export type LibraryPart = 'reading' | 'settings' | 'topics';

export interface LibraryNavProps {
  readonly part: LibraryPart;
  /** Address of the popup, opened as a page. */
  readonly listUrl: string;
}

const PARTS = [
  { part: 'reading', icon: 'bookmark', text: WORDS.readingList },
  { part: 'topics', icon: 'topic', text: WORDS.topics },
  { part: 'settings', icon: 'settings', text: WORDS.settings },
] as const;

/** The parts of the library. */
export function LibraryNav({ part: shown, listUrl }: LibraryNavProps): ReactNode {
  return (
    <header className="nav">
      <Brand />
      <nav aria-label="Library">
        {PARTS.map(({ part, icon, text }) => (
          <a key={part} href={`#${part}`} aria-current={part === shown ? 'page' : undefined}>
            <Icon name={icon} />
            {text}
          </a>
        ))}
        <a href={listUrl}>
          <Icon name="list" />
          Today’s papers
        </a>
      </nav>
    </header>
  );
}
