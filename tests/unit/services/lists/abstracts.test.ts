import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findPaper } from '../../../../lib/db/feed';
import type { OpenDatabase } from '../../../../lib/db/open';
import { commitStarter } from '../../../../lib/db/starter';
import { NetworkError } from '../../../../lib/errors';
import { sources } from '../../../../lib/sources';
import { createAbstracts } from '../../../../lib/services/lists/abstracts';
import { facts, NOW_MS, paperKey, s2Id } from '../../../support/builders';
import { failWrites, freshDatabase } from '../../../support/database';
import { commitOf, feedIndexOn } from '../../../support/related/feed-index';
import { fakeGet } from '../../../support/feed/sources';
import { starterPaper, starterStep } from '../../../support/starter';

const KEY = paperKey('arxiv:2606.00001');
const BODY = JSON.stringify({
  id: '2606.00001',
  title: starterPaper(1).facts.title,
  summary: 'All of the abstract.',
  authors: [{ name: 'First Author' }],
  upvotes: 250,
});

let open: OpenDatabase;

beforeEach(async () => {
  open = freshDatabase();
  await commitStarter(await open(), starterStep(1), () => []);
});

function start(answer: string | Error = BODY) {
  const { get, urls } = fakeGet(answer);
  const index = feedIndexOn(open);
  return { abstracts: createAbstracts({ open, get, sources, index, now: () => NOW_MS }), urls, index };
}

describe('the abstract of a starter paper', () => {
  it('is fetched once, and stored with all that came with it', async () => {
    const { abstracts, urls } = start();

    expect(await abstracts.find(KEY)).toBe('All of the abstract.');
    expect(await abstracts.find(KEY)).toBe('All of the abstract.');

    expect(urls).toEqual(['https://huggingface.co/api/papers/2606.00001']);
    const paper = await findPaper(await open(), { ids: starterPaper(1).facts.ids, title: '', authors: [] });
    expect(paper).toMatchObject({
      abstract: 'All of the abstract.',
      authors: ['First Author'],
      upvotes: 250,
    });
    expect(paper?.provenance).toEqual([
      { source: 'hf-daily', fetchedAtMs: NOW_MS, link: 'https://huggingface.co/papers/2606.00001' },
    ]);
  });

  it('is fetched once for two who ask at the same time', async () => {
    const { abstracts, urls } = start();

    await Promise.all([abstracts.find(KEY), abstracts.find(KEY)]);

    expect(urls).toHaveLength(1);
  });

  it('is not known when Hugging Face has the paper no longer', async () => {
    expect(await start(new NetworkError('not-found', '404')).abstracts.find(KEY)).toBeNull();
  });

  it.each([new NetworkError('network', 'offline'), new NetworkError('rate-limited', '429')])(
    'fails with what failed, and can be asked for again: %s',
    async (failure) => {
      await expect(start(failure).abstracts.find(KEY)).rejects.toMatchObject({ code: failure.code });
      expect(await start().abstracts.find(KEY)).toBe('All of the abstract.');
    },
  );

  it('is given although the disk is full', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const { abstracts } = start();
    failWrites('papers');

    expect(await abstracts.find(KEY)).toBe('All of the abstract.');
  });
});

describe('other abstracts', () => {
  it('are those of the feed, or none: nothing is asked', async () => {
    const { abstracts, urls, index } = start();
    const { abstract: _, ...bare } = facts({
      ids: { s2: s2Id(1) },
      title: 'Another paper, without an abstract',
    });
    await index.commit(commitOf([facts({ ids: { s2: s2Id(2) } }), bare]));

    expect(await abstracts.find(paperKey(`s2:${s2Id(2)}`))).toBe(facts().abstract);
    expect(await abstracts.find(paperKey(`s2:${s2Id(1)}`))).toBeNull();
    expect(await abstracts.find(paperKey('arxiv:2606.99999'))).toBeNull();
    expect(urls).toEqual([]);
  });
});
