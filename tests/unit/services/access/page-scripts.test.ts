import { describe, expect, it } from 'vitest';
import { ALL_SITES } from '../../../../lib/model/access/hosts';
import {
  grantedScripts,
  requiredScripts,
  type ScriptGrounds,
} from '../../../../lib/services/access/page-scripts';
import { siteOf } from '../../../support/sites/fake-access';

const journal = siteOf('journal');
const forum = siteOf('forum', { matches: ['*://forum.example/*'], isSinglePage: true });
const arxiv = siteOf('arxiv', { access: 'required', matches: ['*://arxiv.org/abs/*'] });
const sites = [arxiv, forum, journal];
const scripts = (grounds: Partial<ScriptGrounds>) =>
  grantedScripts({ sites, required: ['https://rss.arxiv.org/*'], granted: [], sitesOff: [], ...grounds });
const ids = (grounds: Partial<ScriptGrounds>) => scripts(grounds).map(({ id }) => id);

describe('requiredScripts', () => {
  it('annotates where a page may be a paper, only watches a single-page site, and leaves out optional sites', () => {
    const hub = siteOf('hub', { access: 'required', matches: ['*://hub.example/*'], isSinglePage: true });
    expect(requiredScripts([...sites, hub])).toMatchObject([
      { id: 'annotate', matches: ['*://arxiv.org/abs/*'] },
      { id: 'watch', matches: ['*://hub.example/*'] },
    ]);
  });
});

describe('grantedScripts', () => {
  it('registers nothing before something is granted, and never a required site again', () => {
    expect(ids({ granted: ['*://arxiv.org/*', 'https://rss.arxiv.org/*'] })).toEqual([]);
  });

  it('runs on a listed site once its host is granted', () => {
    expect(scripts({ granted: ['*://journal.example/*'] })).toEqual([
      expect.objectContaining({
        id: 'watch',
        matches: ['*://journal.example/paper/*'],
        css: ['assets/annotate.css'],
        runAt: 'document_start',
      }),
    ]);
    expect(ids({ granted: ['*://forum.example/*'] })).toEqual(['watch']);
  });

  it('takes only the hosts that are granted of a site with several', () => {
    const mirrored = siteOf('mirrored', { matches: ['*://one.example/*', '*://two.example/*'] });
    const [script] = scripts({ sites: [mirrored], granted: ['*://two.example/*'] });
    expect(script?.matches).toEqual(['*://two.example/*']);
  });

  it('does not run on a site that is switched off', () => {
    expect(ids({ granted: ['*://journal.example/*'], sitesOff: ['journal'] })).toEqual([]);
  });

  it('probes a site of no table that the reader allowed', () => {
    expect(scripts({ granted: ['*://repository.example/*'] })).toEqual([
      expect.objectContaining({ id: 'probe', matches: ['*://repository.example/*'], runAt: 'document_idle' }),
    ]);
  });

  it('probes everywhere but on listed hosts, our sources and hosts switched off, when all is allowed', () => {
    const all = scripts({ granted: [ALL_SITES], sitesOff: ['journal', 'noisy.example'] });
    expect(all.map(({ id }) => id)).toEqual(['watch', 'probe']);
    expect(all.at(-1)).toMatchObject({
      matches: [ALL_SITES],
      excludeMatches: [
        '*://arxiv.org/*',
        '*://forum.example/*',
        '*://journal.example/*',
        '*://noisy.example/*',
        '*://rss.arxiv.org/*',
      ],
    });
  });

  it('passes over what is no web page', () => {
    expect(ids({ granted: ['file:///*', 'chrome://favicon/*'] })).toEqual([]);
  });
});
