import type { ReactNode } from 'react';
import type { CategoryOption } from './CategoryPicker';
import { OUTSIDE, type Outside } from './hooks/outside';
import { useHash } from './hooks/use-hash';
import { useSettings } from './hooks/use-settings';
import type { SiteOption } from './hooks/use-site-access';
import { LibraryNav, type LibraryPart } from './LibraryNav';
import { ReadingScreen } from './ReadingScreen';
import { SettingsScreen } from './SettingsScreen';
import { topicOfHash } from './topics-state';
import { TopicScreen } from './TopicScreen';
import { TopicsScreen } from './TopicsScreen';
import { WelcomeScreen } from './WelcomeScreen';

export interface LibraryScreenProps {
  readonly categories: readonly CategoryOption[];
  readonly sites: readonly SiteOption[];
  /** Origins granted at installation, for sites and sources alike. */
  readonly ownOrigins: readonly string[];
  /** Address of the popup, opened as a page. */
  readonly listUrl: string;
  /** Test seam. */
  readonly outside_?: Outside;
}

/** The library's page: topics, reading list, settings, and the first-run page, by the address's `#`. */
export function LibraryScreen({
  categories,
  sites,
  ownOrigins,
  listUrl,
  outside_ = OUTSIDE,
}: LibraryScreenProps): ReactNode {
  const hash = useHash();
  const settings = useSettings(outside_);
  if (hash === 'welcome') {
    return (
      <main>
        <WelcomeScreen settings={settings} categories={categories} listUrl={listUrl} outside_={outside_} />
      </main>
    );
  }
  const topic = topicOfHash(hash);
  const part = partOf(hash, topic);
  return (
    <div className="library">
      <LibraryNav part={part} listUrl={listUrl} />
      <main>
        {part === 'topics' &&
          (topic === null ? (
            <TopicsScreen outside_={outside_} />
          ) : (
            <TopicScreen key={topic} topic={topic} outside_={outside_} />
          ))}
        {part === 'reading' && <ReadingScreen outside_={outside_} />}
        {part === 'settings' && (
          <SettingsScreen
            settings={settings}
            categories={categories}
            sites={sites}
            ownOrigins={ownOrigins}
            outside_={outside_}
          />
        )}
      </main>
    </div>
  );
}

function partOf(hash: string, topic: string | null): LibraryPart {
  if (topic !== null || hash === 'topics') return 'topics';
  return hash === 'settings' ? 'settings' : 'reading';
}
