import { describe, expect, it } from 'vitest';
import { askEarly } from '../../../../components/hooks/early-outside';
import { edition, feedItem, feedStatus } from '../../../support/papers';
import { fakeOutside } from '../../../support/outside';

const answers = {
  'feed.edition': () => edition([feedItem(1)]),
  'feed.status': () => feedStatus(),
  'feed.search': () => [],
} as const;

describe('askEarly', () => {
  it('asks for state and list at once, and gives each answer to the first who asks for it', async () => {
    const outside = fakeOutside(answers);
    const early = askEarly(outside);

    const settings = await early.readSettings();
    await early.send('feed.status');
    await early.send('feed.edition', { source: 'hf-daily' });

    expect(settings.list).toBe('hf-daily');
    expect(outside.asked.map(({ name }) => name).toSorted()).toEqual(['feed.edition', 'feed.status']);
  });

  it('asks anew for everything else, and the second time', async () => {
    const outside = fakeOutside(answers);
    const early = askEarly(outside);

    await early.send('feed.status');
    await early.send('feed.status');
    await early.send('feed.search', { text: 'flow', limit: 1 });

    expect(outside.asked.filter(({ name }) => name === 'feed.status')).toHaveLength(2);
    expect(outside.asked.filter(({ name }) => name === 'feed.search')).toHaveLength(1);
  });

  it('asks for the list that the reader chose, when its source is followed', async () => {
    const outside = fakeOutside(answers, { categories: ['cs.CL'], list: 'arxiv' });
    const early = askEarly(outside);

    await early.send('feed.edition', { source: 'arxiv' });

    const asked = outside.asked.filter(({ name }) => name === 'feed.edition');
    expect(asked.map(({ request }) => request)).toEqual([{ source: 'arxiv' }]);
  });
});
