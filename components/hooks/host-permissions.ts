import { browser } from 'wxt/browser';

/**
 * Asks the browser, which asks the reader, to allow hosts. Call it first in a click: the gesture counts only
 * until the first pause. False when the reader says no; an error where the browser cannot ask.
 */
export function requestHosts(hosts: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...hosts] });
}

/** Gives hosts back. */
export async function removeHosts(hosts: readonly string[]): Promise<void> {
  await browser.permissions.remove({ origins: [...hosts] });
}
