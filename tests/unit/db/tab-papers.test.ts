import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type TabPaper, tabPapers } from '../../../lib/db/tab-papers';
import { arxivId } from '../../support/builders';

const shown: TabPaper = {
  tabId: 7,
  token: 'one',
  ref: { site: 'arxiv', ids: { arxiv: arxivId('2606.00001') }, view: 'abstract' },
  isPrivate: false,
};

beforeEach(() => fakeBrowser.reset());

describe('tabPapers', () => {
  it('finds what a tab shows by tab and by token', async () => {
    await tabPapers.put(shown);
    await tabPapers.put({ ...shown, tabId: 8, token: 'two' });
    expect(await tabPapers.byTab(7)).toEqual(shown);
    expect(await tabPapers.byToken('two')).toEqual({ ...shown, tabId: 8, token: 'two' });
    expect(await tabPapers.byTab(9)).toBeNull();
    expect(await tabPapers.byToken('three')).toBeNull();
  });

  it('forgets a closed tab', async () => {
    await tabPapers.put(shown);
    await tabPapers.delete(7);
    expect(await tabPapers.byTab(7)).toBeNull();
    expect(await tabPapers.byToken('one')).toBeNull();
  });

  it('refuses what is not a paper', async () => {
    await fakeBrowser.storage.session.set({ 'tab/7': { tabId: 7, token: 'one' }, other: shown });
    expect(await tabPapers.byTab(7)).toBeNull();
    expect(await tabPapers.byToken('one')).toBeNull();
  });
});
