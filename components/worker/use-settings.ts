import { useCallback, useContext, useEffect, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings';
import { OutsideContext } from './outside';

/** The reader's choices and a way to change them. */
export interface SettingsView {
  /** Null until they are read. Defaults when they cannot be. */
  readonly settings: Settings | null;
  /** Shows at once, and is taken back when it could not be stored. */
  readonly change: (change: Partial<Settings>) => void;
  /** Why the last reading or storing failed. */
  readonly failure: ErrorCode | null;
}

/** Follows the settings and applies their theme to this document. `known`: the settings, if already read. */
export function useSettings(known: Settings | null = null): SettingsView {
  const { readSettings, updateSettings, watchSettings } = useContext(OutsideContext);
  const [settings, setSettings] = useState(known);
  const [failure, setFailure] = useState<ErrorCode | null>(null);

  useEffect(() => {
    let isCurrent = true;
    readSettings().then(
      (stored) => isCurrent && setSettings(stored),
      (error: unknown) => {
        if (!isCurrent) return;
        setSettings(DEFAULT_SETTINGS);
        setFailure(codeOf(error));
      },
    );
    const stop = watchSettings(setSettings);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [readSettings, watchSettings]);

  useEffect(() => {
    if (settings !== null) document.documentElement.dataset['theme'] = settings.theme;
  }, [settings]);

  const change = useCallback(
    (wanted: Partial<Settings>) => {
      setFailure(null);
      setSettings((last) => (last === null ? null : { ...last, ...wanted }));
      updateSettings(wanted).then(setSettings, async (error: unknown) => {
        setFailure(codeOf(error));
        setSettings(await readSettings().catch(() => DEFAULT_SETTINGS)); // The failure is shown already.
      });
    },
    [readSettings, updateSettings],
  );

  return { settings, change, failure };
}
