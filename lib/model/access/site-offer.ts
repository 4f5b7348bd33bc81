/** What the popup can offer for the site of the active tab. */
export type SiteOffer = OfferedSite &
  (SiteToAllow | { /** The reader switched it off. */ readonly kind: 'off' });

/** A site where our scripts may not run yet. */
interface SiteToAllow {
  /** `listed`: in the table of sites; `declared`: in no table, but the page declares a paper. */
  readonly kind: 'declared' | 'listed';
  /** Match patterns to request from the browser. */
  readonly origins: readonly string[];
}

interface OfferedSite {
  /** As in the settings' `sitesOff`: the id of a listed site, the host's name of any other. */
  readonly key: string;
  /** The host of the tab's page. */
  readonly host: string;
  readonly name: string;
}
