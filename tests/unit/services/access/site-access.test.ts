import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ALL_SITES } from '../../../../lib/model/access/hosts';
import { accessTo, type FakeAccess, fakeAccess, siteOf } from '../../../support/sites/fake-access';

const journal = siteOf('journal');
const forum = siteOf('forum', { matches: ['*://forum.example/*'], isSinglePage: true });
const sites = [forum, journal];
const JOURNAL = '*://journal.example/*';

let fake: FakeAccess;
const access = () => accessTo(sites, fake);
const registered = () => fake.registered.map(({ id }) => id);

beforeEach(() => {
  fake = fakeAccess();
});

describe('register', () => {
  it('registers what is granted, once', async () => {
    fake.granted = [JOURNAL, '*://forum.example/*'];
    await access().register();
    await access().register();
    expect(registered()).toEqual(['watch']);
    expect(fake.changes).toEqual(['+ watch']);
  });

  it('is not misled by fields and empty lists that a browser adds', async () => {
    fake.granted = [JOURNAL];
    await access().register();
    fake.registered = fake.registered.map((script) => ({ ...script, excludeMatches: [], allFrames: false }));
    await access().register();
    expect(fake.changes).toHaveLength(1);
  });

  it('takes away what is granted no more', async () => {
    fake.granted = [JOURNAL];
    await access().register();
    fake.granted = [];
    await access().register();
    expect(registered()).toEqual([]);
  });

  it('replaces what an update has changed', async () => {
    fake.granted = [JOURNAL];
    await access().register();
    const moved = siteOf('journal', { matches: ['*://journal.example/article/*'] });
    await accessTo([moved], fake).register();
    expect(fake.registered.map(({ matches }) => matches)).toEqual([['*://journal.example/article/*']]);
  });

  it('does one thing at a time: two calls at once do not register twice', async () => {
    fake.granted = [JOURNAL];
    const service = access();
    await Promise.all([service.register(), service.register()]);
    expect(fake.changes).toEqual(['+ watch']);
  });
});

describe('allow', () => {
  it('annotates the pages of the new site that are open already, and no others', async () => {
    fake.tabs.set(1, { url: 'https://journal.example/paper/1' });
    fake.tabs.set(2, { url: 'https://forum.example/' });
    fake.granted = [JOURNAL, '*://forum.example/*'];
    await access().allow([JOURNAL]);
    expect(fake.ran).toEqual(['1 watch.js']);
    expect(registered()).toEqual(['watch']);
  });

  it('goes on when a tab refuses', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    fake.tabs.set(1, { url: 'https://journal.example/paper/1', isClosed: true });
    fake.tabs.set(2, { url: 'https://journal.example/paper/2' });
    fake.granted = [JOURNAL];
    await access().allow([JOURNAL]);
    expect(fake.ran).toEqual(['2 watch.js']);
  });
});

describe('arrive', () => {
  it.each([
    ['a paper of a listed site', 'https://journal.example/paper/1', false, true],
    ['a listing of a listed site', 'https://journal.example/', false, false],
    ['a page of no listed site', 'https://other.example/x', false, false],
    ['a page that declares itself a paper', 'https://other.example/x', true, true],
  ])('%s', async (_, url, isDeclared, expected) => {
    fake.tabs.set(3, { url });
    expect(await access().arrive(3, { url, isDeclared })).toBe(expected);
    expect(fake.ran).toEqual(expected ? ['3 annotate.js'] : []);
    expect([...fake.handed.keys()]).toEqual(expected ? [3] : []);
  });

  it('hands what the URL says to the script, which need not ask', async () => {
    const url = 'https://journal.example/paper/1';
    await access().arrive(3, { url, isDeclared: false });
    expect(fake.handed.get(3)).toMatchObject({ url, page: { kind: 'paper', site: { id: 'journal' } } });
  });

  it.each([
    ['journal', 'https://journal.example/paper/1', false],
    ['other.example', 'https://other.example/x', true],
  ])('does nothing where %s is switched off', async (key, url, isDeclared) => {
    fake.sitesOff = [key];
    expect(await access().arrive(3, { url, isDeclared })).toBe(false);
    expect(fake.ran).toEqual([]);
  });
});

describe('offer', () => {
  const offer = (url: string, isPaper = false) => {
    fake.tabs.set(5, { url, isPaper });
    return access().offer(5);
  };

  it('offers a listed site on any of its pages', async () => {
    expect(await offer('https://journal.example/')).toEqual({
      kind: 'listed',
      key: 'journal',
      name: 'JOURNAL',
      host: 'journal.example',
      origins: [JOURNAL],
    });
  });

  it('offers any other site on a page that declares itself a paper, and on no other page', async () => {
    expect(await offer('https://other.example/x', true)).toMatchObject({
      kind: 'declared',
      key: 'other.example',
      origins: ['*://other.example/*'],
    });
    expect(await offer('https://other.example/x')).toBeNull();
  });

  it.each([[[JOURNAL]], [[ALL_SITES]]])('offers nothing that is granted: %j', async (granted) => {
    fake.granted = granted;
    expect(await offer('https://journal.example/paper/1', true)).toBeNull();
  });

  it('offers to switch a site on again', async () => {
    fake.sitesOff = ['journal'];
    fake.granted = [JOURNAL];
    expect(await offer('https://journal.example/paper/1')).toMatchObject({ kind: 'off', key: 'journal' });
  });

  it('offers nothing for pages of the browser, and where the address is not known', async () => {
    expect(await offer('chrome://settings/', true)).toBeNull();
    expect(await access().offer(99)).toBeNull();
  });
});

describe('isAllowed', () => {
  it('follows what is granted', async () => {
    const url = new URL('https://other.example/x');
    expect(await access().isAllowed(url)).toBe(false);
    fake.granted = ['*://other.example/*'];
    expect(await access().isAllowed(url)).toBe(true);
  });
});
