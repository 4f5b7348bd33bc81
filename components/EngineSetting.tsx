import { type ReactNode, useId, useState } from 'react';
import { keyWords, offerWords, sentWords } from './engine-words';
import type { EngineOption, EnginesView } from './hooks/use-engines';
import { Switch } from './Switch';

export interface EngineSettingProps {
  readonly engine: EngineOption;
  readonly view: EnginesView;
  /** The reader's key. */
  readonly apiKey: string | undefined;
}

/** Switches a service on after saying what it is sent, and takes a key for it. */
export function EngineSetting({ engine, view, apiKey }: EngineSettingProps): ReactNode {
  const id = useId();
  const isOn = view.isOn(engine.id);
  return (
    <div className="engine">
      <Switch
        label={`Ask ${engine.name} for more`}
        text={`${offerWords(engine)} ${sentWords(engine)}`}
        isOn={isOn}
        onChange={(wanted) => (wanted ? view.switchOn(engine) : view.switchOff(engine))}
      />
      {view.refused === engine.id && (
        <p className="failure" role="alert">
          The browser did not allow {engine.name}’s server, so it stays off.
        </p>
      )}
      {isOn && (
        <div className="field">
          <label htmlFor={id}>API key (optional)</label>
          <KeyField id={id} saved={apiKey ?? ''} onSave={(key) => view.setKey(engine.id, key)} />
          <p id={`${id}-text`} className="explained">
            {keyWords(engine)}
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
