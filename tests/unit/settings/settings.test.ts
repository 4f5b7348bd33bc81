import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  followedSources,
  listedSource,
  parseSettings,
} from '../../../lib/settings/settings';

describe('parseSettings', () => {
  it.each([
    undefined,
    null,
    5,
    'dark',
    [],
    {},
    { theme: 'purple', list: 'acl', canAskArxiv: 'yes', sitesOff: 'arxiv' },
  ])('takes the defaults for %j', (stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it('reads each field by itself: an odd one spoils no other', () => {
    expect(
      parseSettings({ theme: 'dark', categories: ['cs.CL', 5, 'cs.CL', 'cs.SE'], canAskArxiv: 0, future: 1 }),
    ).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      categories: ['cs.CL', 'cs.SE'],
    });
  });

  it.each([
    [
      { historyMonths: 'all', maxPapers: 5 },
      { historyMonths: 'all', maxPapers: 1_000 },
    ],
    [
      { historyMonths: 0, maxPapers: 9e9 },
      { historyMonths: 1, maxPapers: 500_000 },
    ],
    [
      { historyMonths: 1.5, maxPapers: '9' },
      { historyMonths: 12, maxPapers: 50_000 },
    ],
    [{ isHistoryPaused: true }, { isHistoryPaused: true }],
  ])('moves numbers into their range: %j', (stored, expected) => {
    expect(parseSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });

  it.each([
    [['openalex', 'google', 7], ['openalex']],
    ['openalex', []],
    [undefined, []],
  ])('knows of the services %j only those of the table', (providersOn, expected) => {
    expect(parseSettings({ providersOn }).providersOn).toEqual(expected);
  });

  it('reads the services and keys of version 1, which it called engines', () => {
    const stored = { version: 1, enginesOn: ['openalex'], engineKeys: { openalex: 'a-key' } };

    expect(parseSettings(stored)).toMatchObject({
      providersOn: ['openalex'],
      providerKeys: { openalex: 'a-key' },
    });
  });

  it.each([
    [{ openalex: 'abc-123', google: 'x' }, { openalex: 'abc-123' }],
    [{ openalex: 'two words' }, {}],
    [{ openalex: '' }, {}],
    [{ openalex: 'x'.repeat(201) }, {}],
    [{ openalex: 'line\r\nbreak' }, {}],
    ['abc', {}],
  ])('takes of the keys %j what can be one', (providerKeys, expected) => {
    expect(parseSettings({ providerKeys }).providerKeys).toEqual(expected);
  });

  it('reads back its own output, whatever was stored', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_SETTINGS)), fc.jsonValue()),
        (stored) => {
          const settings = parseSettings(stored);
          expect(parseSettings(settings)).toEqual(settings);
        },
      ),
    );
  });
});

describe('DEFAULT_SETTINGS', () => {
  it('are what a reader starts with', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      theme: 'system',
      sitesOff: [],
      originsBeforeAll: [],
      categories: [],
      canAskArxiv: true,
      providersOn: [],
      providerKeys: {},
      list: 'hf-daily',
      historyMonths: 12,
      isHistoryPaused: false,
      maxPapers: 50_000,
      isIntroduced: false,
    });
  });
});

describe('followedSources', () => {
  const ids = (categories: readonly string[]) =>
    followedSources({ ...DEFAULT_SETTINGS, categories }).map(({ id }) => id);

  it('always are those without fields, and arXiv once a category is chosen', () => {
    expect(ids([])[0]).toBe('hf-daily');
    expect(ids([])).not.toContain('arxiv');
    expect(ids(['cs.CL'])).toContain('arxiv');
  });
});

describe('listedSource', () => {
  it.each([
    ['Hugging Face, as long as no category is followed', [], 'hf-daily'],
    ['the chosen list, once one is', ['cs.CL'], 'arxiv'],
  ] as const)('gives %s', (_, categories, expected) => {
    expect(listedSource({ ...DEFAULT_SETTINGS, list: 'arxiv', categories })).toBe(expected);
  });
});
