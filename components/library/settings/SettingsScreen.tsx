import { type ReactNode, useId } from 'react';
import type { Settings } from '../../../lib/settings/settings';
import { CategoryPicker, type CategoryOption } from './CategoryPicker';
import { Choice } from '../../controls/Choice';
import { Loading } from '../../controls/Notice';
import { DataSection } from './DataSection';
import { ProviderSetting } from './ProviderSetting';
import { FillForm } from './FillForm';
import { useTransfer } from '../reading/list-transfer';
import type { ProviderDescription } from '../../../lib/providers/descriptions';
import { useProviders } from './use-providers';
import { useFeedStatus } from '../../worker/use-feed-status';
import { useNow } from '../../controls/browser-page';
import type { SettingsView } from '../../worker/use-settings';
import { SourcesSection } from './SourcesSection';
import { type SiteOption, useSiteAccess } from './use-site-access';
import { SitesSection } from './SitesSection';
import { FailureStrip } from '../../controls/Strip';
import { Switch } from '../../controls/Switch';
import { WORDS } from '../../words/words';

export interface SettingsScreenProps {
  readonly settings: SettingsView;
  readonly categories: readonly CategoryOption[];
  readonly sites: readonly SiteOption[];
  readonly providers: readonly ProviderDescription[];
  /** Origins granted at installation, for sites and sources alike. */
  readonly ownOrigins: readonly string[];
}

const THEMES = [
  { value: 'system', text: 'As the system' },
  { value: 'light', text: 'Light' },
  { value: 'dark', text: 'Dark' },
] as const satisfies readonly { readonly value: Settings['theme']; readonly text: string }[];

/** The reader's choices, and the data behind them. */
export function SettingsScreen({
  settings: view,
  categories,
  sites,
  providers,
  ownOrigins,
}: SettingsScreenProps): ReactNode {
  const nowMs = useNow();
  const feed = useFeedStatus();
  const { exportList, result: transfer } = useTransfer();
  const providersView = useProviders(view);
  const { settings, change, failure } = view;
  const access = useSiteAccess(sites, ownOrigins, view);
  if (settings === null) {
    return <Loading />;
  }
  return (
    <div className="settings">
      <div className="page-head">
        <h1>{WORDS.settings}</h1>
      </div>
      <FailureStrip code={failure} />
      <Section
        title="arXiv categories"
        text="New papers of these categories join your feed each day, beside Hugging Face’s daily papers."
      >
        <CategoryPicker
          options={categories}
          chosen={settings.categories}
          onChange={(chosen) => change({ categories: chosen })}
        />
        {settings.categories.length > 0 && (
          <FillForm categories={settings.categories} onStart={feed.askAgain} />
        )}
      </Section>
      <Section title="Sources" text="Where your feed comes from, and what each source is doing.">
        <SourcesSection feed={feed} settings={settings} onChange={change} nowMs={nowMs} />
      </Section>
      <Section
        title="Sites"
        text="Where Paperkin shows topics and related papers. Your browser asks you before it lets Paperkin run on one more site; switched off, a site is no longer accessible to it."
      >
        <SitesSection sites={sites} access={access} />
      </Section>
      <Section title="Appearance">
        <Choice
          label="Theme"
          options={THEMES}
          chosen={settings.theme}
          onChoose={(theme) => change({ theme })}
        />
      </Section>
      <Section title="Privacy" text={WORDS.privacy}>
        <Switch
          label="Ask arXiv for papers the feed lacks"
          text="A PDF or HTML page on arxiv.org does not always tell its title and abstract. When the feed does not have the paper either, its arXiv id is sent to export.arxiv.org, which arXiv runs, and nothing else is."
          isOn={settings.canAskArxiv}
          onChange={(canAskArxiv) => change({ canAskArxiv })}
        />
        {providers.map((provider) => (
          <ProviderSetting
            key={provider.id}
            provider={provider}
            view={providersView}
            apiKey={settings.providerKeys[provider.id]}
          />
        ))}
      </Section>
      <Section title="Data">
        <DataSection transfer={transfer} onExport={() => exportList(nowMs)} />
      </Section>
    </div>
  );
}

interface SectionProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

function Section({ title, text, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className="setting" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {text !== undefined && <p className="explained">{text}</p>}
      {children}
    </section>
  );
}
