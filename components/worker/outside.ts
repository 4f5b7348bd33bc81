import { createContext } from 'react';
import { watchNews } from '../../lib/messages/news';
import { send } from '../../lib/messages/send';
import { SITE_PERMISSIONS, type SitePermissions } from './site-permissions';
import { readSettings, updateSettings, watchSettings } from '../../lib/settings/store';

/** All that the interface asks of the rest of the extension; hooks take it last, as a test seam. */
export interface Outside {
  readonly send: typeof send;
  readonly watchNews: typeof watchNews;
  readonly readSettings: typeof readSettings;
  readonly updateSettings: typeof updateSettings;
  readonly watchSettings: typeof watchSettings;
  readonly sitePermissions: SitePermissions;
}

/** The worker, the settings and the permissions of this installation. */
export const OUTSIDE: Outside = {
  send,
  watchNews,
  readSettings,
  updateSettings,
  watchSettings,
  sitePermissions: SITE_PERMISSIONS,
};

/** The outside for what lies deep in a screen: a row that fetches its abstract. */
export const OutsideContext = createContext<Outside>(OUTSIDE);
