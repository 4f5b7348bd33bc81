import type { ReactNode } from 'react';
import type { SiteAccessView, SiteOption } from './use-site-access';
import { Switch } from '../../controls/Switch';

export interface SitesSectionProps {
  readonly sites: readonly SiteOption[];
  readonly access: SiteAccessView;
}

/** Where Paperkin shows topics and related papers: each site with its switch. */
export function SitesSection({ sites, access }: SitesSectionProps): ReactNode {
  const byName = sites.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
  return (
    <div className="sites">
      {access.sitesOff.length > 0 && (
        <div className="actions">
          <button type="button" className="button" onClick={access.allowListed}>
            Allow all listed sites
          </button>
        </div>
      )}
      <div className="site-list">{byName.map((site) => siteSwitch(site, access))}</div>
      <Switch
        label="All other sites"
        text="Any page that declares itself a paper, on whatever site. A script of 1 KB looks for that on each page you open; what it sees stays on this machine."
        isOn={access.areAllAllowed}
        onChange={access.switchAll}
      />
      {access.others.length > 0 && (
        <div className="site-list">{access.others.map((site) => siteSwitch(site, access))}</div>
      )}
    </div>
  );
}

function siteSwitch(site: SiteOption, { isOn, switchSite }: SiteAccessView): ReactNode {
  const host = site.host.replace(/^(?:www|\*)\./, '');
  return (
    <Switch
      key={site.id}
      label={site.name}
      {...(host === site.name.toLowerCase() ? {} : { text: host })}
      isOn={isOn(site)}
      onChange={(next) => switchSite(site, next)}
    />
  );
}
