import { useContext, useState } from 'react';
import type { ProviderId } from '../../../lib/model/more-related';
import type { ProviderDescription } from '../../../lib/providers/descriptions';
import { OutsideContext } from '../../worker/outside';
import type { SettingsView } from '../../worker/use-settings';

/** The services and the way to switch them on and off. */
export interface ProvidersView {
  readonly isOn: (id: ProviderId) => boolean;
  /** Asks the browser for the hosts first, so it must be called in a click. */
  readonly switchOn: (provider: ProviderDescription) => void;
  readonly switchOff: (provider: ProviderDescription) => void;
  readonly setKey: (id: ProviderId, key: string) => void;
  /** The service that the browser did not allow: by the reader's choice, or because it cannot ask here. */
  readonly refused: ProviderId | null;
}

/** Switches services on, with the browser's permission, and off. */
export function useProviders({ settings, change }: SettingsView): ProvidersView {
  const { sitePermissions } = useContext(OutsideContext);
  const [refused, setRefused] = useState<ProviderId | null>(null);
  const on = settings?.providersOn ?? []; // Not read yet: none is on.
  const keys = settings?.providerKeys ?? {}; // As above.
  return {
    isOn: (id) => on.includes(id),
    switchOn: ({ id, hosts }) => {
      setRefused(null);
      sitePermissions.request(hosts).then(
        (isAllowed) => (isAllowed ? change({ providersOn: [...on, id] }) : setRefused(id)),
        () => setRefused(id), // If the browser cannot ask here, the text says so.
      );
    },
    switchOff: ({ id, hosts }) => {
      setRefused(null);
      change({ providersOn: on.filter((other) => other !== id) });
      // The setting alone switches it off. A permission that stays is unused.
      sitePermissions.remove(hosts).catch(() => undefined);
    },
    setKey: (id, key) => {
      const { [id]: _, ...others } = keys;
      const trimmed = key.trim();
      change({ providerKeys: trimmed === '' ? others : { ...others, [id]: trimmed } });
    },
    refused,
  };
}
