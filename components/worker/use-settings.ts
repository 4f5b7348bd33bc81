import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../lib/errors';
import { codeOf } from '../../lib/messages/send';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings';
import { OUTSIDE, type Outside } from './outside';

/** The reader's choices and a way to change them. */
export interface SettingsView {
  /** Null until they are read. Defaults when they cannot be. */
  readonly settings: Settings | null;
  /** Shown at once; taken back when it could not be stored. */
  readonly change: (change: Partial<Settings>) => void;
  /** The last reading or storing that failed. */
  readonly failure: ErrorCode | null;
}

/** Follows the settings and applies their theme to this document. `known`: those read already. */
export function useSettings(
  { readSettings, updateSettings, watchSettings }: Outside = OUTSIDE,
  known: Settings | null = null,
): SettingsView {
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
