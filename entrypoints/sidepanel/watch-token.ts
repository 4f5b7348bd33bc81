import type { WatchAddress } from '../../components/sidebar/use-panel';

/** The token in this page's address. Our content script gives one only to its own iframe. */
export function tokenIn(hash: string): string | null {
  const token = new URLSearchParams(hash.slice(1)).get('token');
  return token === '' ? null : token;
}

/** The tab of a token. It never changes: another paper in the tab gets another iframe. */
export function watchToken(token: string): WatchAddress {
  return (callback) => {
    callback({ token });
    return () => undefined;
  };
}
