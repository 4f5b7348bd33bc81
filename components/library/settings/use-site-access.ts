import { useCallback, useContext, useEffect, useState } from 'react';
import { ALL_SITES, areAllGranted, hostOf, isHostGranted } from '../../../lib/model/access/hosts';
import { OutsideContext, type SitePermissions } from '../../worker/outside';
import type { SettingsView } from '../../worker/use-settings';

/** A site as the settings list it. */
export interface SiteOption {
  readonly id: string;
  readonly name: string;
  readonly access: 'optional' | 'required';
  /** The host that readers know it by. */
  readonly host: string;
  /** What to ask the browser for. */
  readonly origins: readonly string[];
}

/** Where Paperkin runs, and the ways to change that. */
export interface SiteAccessView {
  readonly isOn: (site: SiteOption) => boolean;
  /** Asks the browser for permission if needed, and returns it when a site is switched off. */
  readonly switchSite: (site: SiteOption, isOn: boolean) => void;
  /** Listed sites that are not on. */
  readonly sitesOff: readonly SiteOption[];
  readonly allowListed: () => void;
  readonly areAllAllowed: boolean;
  readonly switchAll: (isOn: boolean) => void;
  /** Allowed hosts of no listed site, and those that were switched off. */
  readonly others: readonly SiteOption[];
}

/**
 * Follows the permissions and the switched-off sites.
 *
 * @param ownOrigins Granted at installation, for sites and sources alike.
 */
export function useSiteAccess(
  sites: readonly SiteOption[],
  ownOrigins: readonly string[],
  { settings, change }: Pick<SettingsView, 'change' | 'settings'>,
): SiteAccessView {
  const { sitePermissions } = useContext(OutsideContext);
  const granted = useGranted(sitePermissions);
  const off = settings?.sitesOff ?? [];
  const isAllowed = ({ access, origins }: SiteOption): boolean =>
    granted === null
      ? access === 'required' // Not read yet.
      : origins.some((origin) => isHostGranted(hostOf(origin), granted));
  const isOn = (site: SiteOption): boolean => isAllowed(site) && !off.includes(site.id);

  function setOff(keys: readonly string[], isSiteOn: boolean): void {
    const rest = off.filter((key) => !keys.includes(key));
    change({ sitesOff: isSiteOn ? rest : [...rest, ...keys] });
  }

  async function switchOn(wanted: readonly SiteOption[]): Promise<void> {
    const missing = wanted.filter((site) => !isAllowed(site)).flatMap(({ origins }) => origins);
    // This comes first, without a pause: the browser shows its question only right after a click.
    const isGranted = missing.length === 0 || (await sitePermissions.request(missing));
    if (isGranted)
      setOff(
        wanted.map(({ id }) => id),
        true,
      );
  }

  async function switchOff(site: SiteOption): Promise<void> {
    setOff([site.id], false);
    if (site.access === 'optional') await sitePermissions.remove(site.origins);
  }

  async function allowAll(): Promise<void> {
    const before = (granted ?? []).filter((origin) => !ownOrigins.includes(origin));
    if (await sitePermissions.request([ALL_SITES])) change({ originsBeforeAll: before });
  }

  /** Chromium also removes the sites that were allowed one by one. They are granted again without a question. */
  async function removeAll(): Promise<void> {
    await sitePermissions.remove([ALL_SITES]);
    const left = await sitePermissions.granted();
    const given = sites.filter(({ id }) => off.includes(id)).flatMap(({ origins }) => origins);
    const lost = (settings?.originsBeforeAll ?? []).filter(
      (origin) => !left.includes(origin) && !given.includes(origin),
    );
    if (lost.length > 0) await sitePermissions.request(lost);
  }

  const sitesOff = sites.filter((site) => !isOn(site));
  return {
    isOn,
    switchSite: (site, isSiteOn) => void (isSiteOn ? switchOn([site]) : switchOff(site)).catch(ignore),
    sitesOff,
    allowListed: () => void switchOn(sitesOff).catch(ignore),
    areAllAllowed: granted !== null && areAllGranted(granted),
    switchAll: (isSiteOn) => void (isSiteOn ? allowAll() : removeAll()).catch(ignore),
    others: otherHosts(sites, ownOrigins, granted ?? [], off),
  };
}

/** If the browser refuses, it has told the reader. The switch stays as it was. */
function ignore(): void {}

function useGranted({ granted, watch }: SitePermissions): readonly string[] | null {
  const [origins, setOrigins] = useState<readonly string[] | null>(null);
  const read = useCallback(() => {
    granted().then(setOrigins, () => setOrigins([])); // If the browser does not say, nothing counts as allowed.
  }, [granted]);
  useEffect(() => {
    read();
    return watch(read);
  }, [read, watch]);
  return origins;
}

function otherHosts(
  sites: readonly SiteOption[],
  ownOrigins: readonly string[],
  granted: readonly string[],
  off: readonly string[],
): readonly SiteOption[] {
  const known = new Set([...sites.flatMap(({ origins }) => origins), ...ownOrigins].map(hostOf));
  const ids = new Set(sites.map(({ id }) => id));
  const allowed = granted.filter((origin) => /^(?:\*|https?):/.test(origin)).map(hostOf);
  const hosts = [...allowed, ...off.filter((key) => !ids.has(key))].filter(
    (host) => host !== '*' && !known.has(host),
  );
  return [...new Set(hosts)].toSorted().map((host) => ({
    id: host,
    name: host,
    host,
    access: 'optional',
    origins: [`*://${host}/*`],
  }));
}
