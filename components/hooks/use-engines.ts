import { useState } from 'react';
import type { EngineId } from '../../lib/model/more-related';
import { OUTSIDE, type Outside } from './outside';
import type { SettingsView } from './use-settings';

/** A service that can be asked for related papers, as the table has it. */
export interface EngineOption {
  readonly id: EngineId;
  readonly name: string;
  /** Match patterns. */
  readonly hosts: readonly string[];
}

/** The services and the way to switch them on and off. */
export interface EnginesView {
  readonly isOn: (id: EngineId) => boolean;
  /** Asks the browser for the hosts first, so it must be called in a click. */
  readonly switchOn: (engine: EngineOption) => void;
  readonly switchOff: (engine: EngineOption) => void;
  readonly setKey: (id: EngineId, key: string) => void;
  /** The service that the browser did not allow: by the reader's choice, or since it cannot ask here. */
  readonly refused: EngineId | null;
}

/** Switches services on, with the browser's leave, and off. */
export function useEngines(
  { settings, change }: SettingsView,
  { sitePermissions }: Pick<Outside, 'sitePermissions'> = OUTSIDE,
): EnginesView {
  const [refused, setRefused] = useState<EngineId | null>(null);
  const on = settings?.enginesOn ?? []; // Not read yet: none is on.
  const keys = settings?.engineKeys ?? {}; // As above.
  return {
    isOn: (id) => on.includes(id),
    switchOn: ({ id, hosts }) => {
      setRefused(null);
      sitePermissions.request(hosts).then(
        (isAllowed) => (isAllowed ? change({ enginesOn: [...on, id] }) : setRefused(id)),
        () => setRefused(id), // Where the browser cannot ask the words say so.
      );
    },
    switchOff: ({ id, hosts }) => {
      setRefused(null);
      change({ enginesOn: on.filter((other) => other !== id) });
      // Off is off by the setting; a permission that stays is unused.
      sitePermissions.remove(hosts).catch(() => undefined);
    },
    setKey: (id, key) => {
      const { [id]: _, ...others } = keys;
      const trimmed = key.trim();
      change({ engineKeys: trimmed === '' ? others : { ...others, [id]: trimmed } });
    },
    refused,
  };
}
