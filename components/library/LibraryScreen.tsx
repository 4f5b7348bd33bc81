import type { ReactNode } from 'react';
import { Brand, Icon } from '../controls/Icon';
import { useHash } from '../controls/browser-page';
import { useSettings } from '../worker/use-settings';
import { ReadingScreen } from './reading/ReadingScreen';
import { SettingsScreen, type SettingsScreenProps } from './settings/SettingsScreen';
import { topicOfHash } from '../paper/TopicLink';
import { TopicScreen } from './topics/TopicScreen';
import { TopicsScreen } from './topics/TopicsScreen';
import { WelcomeScreen } from './WelcomeScreen';
import { WORDS } from '../words/words';

export interface LibraryScreenProps extends Omit<SettingsScreenProps, 'settings'> {
  /** Address of the popup, opened as a page. */
  readonly listUrl: string;
}

/** The library's page: topics, reading list, settings, and the first-run page, by the address's `#`. */
export function LibraryScreen({ listUrl, ...options }: LibraryScreenProps): ReactNode {
  const hash = useHash();
  const settings = useSettings();
  if (hash === 'welcome') {
    return (
      <main>
        <WelcomeScreen settings={settings} categories={options.categories} listUrl={listUrl} />
      </main>
    );
  }
  const topic = topicOfHash(hash);
  const part = partOf(hash, topic);
  return (
    <div className="library">
      <LibraryNav part={part} listUrl={listUrl} />
      <main>
        {part === 'topics' && (topic === null ? <TopicsScreen /> : <TopicScreen key={topic} topic={topic} />)}
        {part === 'reading' && <ReadingScreen />}
        {part === 'settings' && <SettingsScreen settings={settings} {...options} />}
      </main>
    </div>
  );
}

function partOf(hash: string, topic: string | null): LibraryPart {
  if (topic !== null || hash === 'topics') return 'topics';
  return hash === 'settings' ? 'settings' : 'reading';
}

/** What the library shows. */
type LibraryPart = 'reading' | 'settings' | 'topics';

const PARTS = [
  { part: 'reading', icon: 'bookmark', text: WORDS.readingList },
  { part: 'topics', icon: 'topic', text: WORDS.topics },
  { part: 'settings', icon: 'settings', text: WORDS.settings },
] as const;

/** The parts of the library. */
function LibraryNav({
  part: shown,
  listUrl,
}: {
  readonly part: LibraryPart;
  readonly listUrl: string;
}): ReactNode {
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
