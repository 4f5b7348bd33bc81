import type { ReactNode } from 'react';
import type { CategoryOption } from './settings/CategoryPicker';
import { OUTSIDE, type Outside } from '../worker/outside';
import type { ProviderDescription } from '../../lib/providers/descriptions';
import { useHash } from '../controls/use-hash';
import { useSettings } from '../worker/use-settings';
import type { SiteOption } from './settings/use-site-access';
import { LibraryNav, type LibraryPart } from './LibraryNav';
import { ReadingScreen } from './reading/ReadingScreen';
import { SettingsScreen } from './settings/SettingsScreen';
import { topicOfHash } from './topics/topics-state';
import { TopicScreen } from './topics/TopicScreen';
import { TopicsScreen } from './topics/TopicsScreen';
import { WelcomeScreen } from './WelcomeScreen';

export interface LibraryScreenProps {
  readonly categories: readonly CategoryOption[];
  readonly sites: readonly SiteOption[];
  readonly providers: readonly ProviderDescription[];
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
  providers,
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
            providers={providers}
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
