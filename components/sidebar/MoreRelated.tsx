import { type ReactNode, useId, useState } from 'react';
import { idWords, offerWords, sentWords } from '../words/provider-words';
import type { ProviderDescription } from '../../lib/providers/descriptions';
import { useProviders } from '../library/settings/use-providers';
import type { SettingsView } from '../worker/use-settings';
import { MoreFrom, type MoreFromProps } from './MoreFrom';

export interface MoreRelatedProps extends Omit<MoreFromProps, 'hasKey' | 'provider'> {
  readonly providers: readonly ProviderDescription[];
  readonly settings: SettingsView;
  readonly libraryUrl: string;
}

/**
 * More than the feed holds, from services that are told the paper's id. Off until the reader knows that and
 * agrees.
 */
export function MoreRelated({ providers, settings, libraryUrl, ...shown }: MoreRelatedProps): ReactNode {
  const { paper } = shown;
  const view = useProviders(settings);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const off = providers.filter((provider) => !view.isOn(provider.id));
  if (settings.settings === null || idWords(paper.ids) === null) return null; // There is no id to ask them about.
  const keys = settings.settings.providerKeys;
  return (
    <section className="more-related" aria-label="More from all of arXiv">
      <div className="related-head">
        <h2>More from all of arXiv</h2>
        {off.length > 0 && (
          <button
            type="button"
            className="link-button"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setIsOpen(!isOpen)}
          >
            {off.length === providers.length ? 'How it works' : 'Other services'}
          </button>
        )}
      </div>
      {isOpen && (
        <div id={id} className="offers">
          {off.map((provider) => (
            <div key={provider.id} className="offer">
              <p>{offerWords(provider)}</p>
              <p>
                {sentWords(provider)} For this paper that is <b>{idWords(paper.ids)}</b>.
              </p>
              <button type="button" className="button" onClick={() => view.switchOn(provider)}>
                Switch on {provider.name}
              </button>
              {view.refused === provider.id && (
                <p className="failure" role="alert">
                  The browser did not allow it here. Try it in the{' '}
                  <a className="link-button" href={`${libraryUrl}#settings`} target="_blank">
                    settings
                  </a>
                  .
                </p>
              )}
            </div>
          ))}
        </div>
      )}
      {providers
        .filter((provider) => view.isOn(provider.id))
        .map((provider) => (
          <MoreFrom
            key={`${provider.id} ${JSON.stringify(paper.ids)}`}
            provider={provider}
            hasKey={keys[provider.id] !== undefined}
            {...shown}
          />
        ))}
    </section>
  );
}
