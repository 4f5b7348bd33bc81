import { type ReactNode, useId, useState } from 'react';
import { keyWords, offerWords, sentWords } from '../../words/provider-words';
import type { ProviderDescription } from '../../../lib/providers/descriptions';
import type { ProvidersView } from './use-providers';
import { Switch } from '../../controls/Switch';

export interface ProviderSettingProps {
  readonly provider: ProviderDescription;
  readonly view: ProvidersView;
  readonly apiKey: string | undefined;
}

/** Switches a service on after saying what it is sent, and takes a key for it. */
export function ProviderSetting({ provider, view, apiKey }: ProviderSettingProps): ReactNode {
  const id = useId();
  const isOn = view.isOn(provider.id);
  return (
    <div className="provider">
      <Switch
        label={`Ask ${provider.name} for more`}
        text={`${offerWords(provider)} ${sentWords(provider)}`}
        isOn={isOn}
        onChange={(wanted) => (wanted ? view.switchOn(provider) : view.switchOff(provider))}
      />
      {view.refused === provider.id && (
        <p className="failure" role="alert">
          The browser did not allow {provider.name}’s server, so it stays off.
        </p>
      )}
      {isOn && (
        <div className="field">
          <label htmlFor={id}>API key (optional)</label>
          <KeyField id={id} saved={apiKey ?? ''} onSave={(key) => view.setKey(provider.id, key)} />
          <p id={`${id}-text`} className="explained">
            {keyWords(provider)}
          </p>
        </div>
      )}
    </div>
  );
}

interface KeyFieldProps {
  readonly id: string;
  readonly saved: string;
  readonly onSave: (key: string) => void;
}

/** Saved when the reader leaves the field or presses Enter. */
function KeyField({ id, saved, onSave }: KeyFieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const save = (): void => {
    if (typed !== null && typed.trim() !== saved) onSave(typed);
    setTyped(null);
  };
  return (
    <input
      id={id}
      className="text-field"
      type="password"
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      aria-describedby={`${id}-text`}
      value={typed ?? saved}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}
