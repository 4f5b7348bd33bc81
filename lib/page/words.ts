/** Every word that we put into a paper page. */
export const PAGE_WORDS = {
  related: (count: number) => (count === 1 ? '1 related paper' : `${count} related papers`),
  relatedShort: (count: number) => `${count} related`,
  syncing: 'Fetching the feed…',
  none: 'No related papers yet',
  open: 'Open Paperkin’s sidebar',
  saved: 'In your reading list',
  failed: 'Paperkin could not look this paper up: try again',
  updated: 'Paperkin was updated: reload this page',
  switchOff: (site: string) => `Switch Paperkin off on ${site}`,
  off: (site: string) => `Off on ${site}: switch on again`,
  refused: 'This page does not let Paperkin open its sidebar here.',
  openSidePanel: 'Open it in the browser’s side panel',
  noSidePanel: 'Open Paperkin’s sidebar from the browser’s toolbar instead.',
  close: 'Close',
  sidebarTitle: 'Paperkin: related papers',
} as const;
