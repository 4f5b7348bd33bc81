import type { Connection } from './deferral';

/** `navigator.connection` of Chromium; Firefox has none (https://wicg.github.io/netinfo/). */
interface NetworkNavigator {
  readonly onLine?: boolean;
  readonly connection?: { readonly saveData?: boolean };
}

/** Whether this machine is connected, and whether its owner wants to save data, as the browser says. */
export function connection(navigator: NetworkNavigator = globalThis.navigator): Connection {
  if (navigator.onLine === false) return 'offline';
  return navigator.connection?.saveData === true ? 'data-saver' : 'online'; // Absent: nobody said so.
}
