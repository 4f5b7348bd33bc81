import type { WatchAddress } from '../../components/hooks/use-panel';

/** The token in this iframe's address: which tab it was opened in, as our content script was told. */
export const watchToken: WatchAddress = (callback) => {
  const tell = (): void => {
    const token = new URLSearchParams(location.hash.slice(1)).get('token');
    if (token !== null && token !== '') callback({ token });
  };
  tell();
  // The content script gives the frame a new token when a single-page site goes on to another paper.
  window.addEventListener('hashchange', tell);
  return () => window.removeEventListener('hashchange', tell);
};
