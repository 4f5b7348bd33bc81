// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PaperMeta, PaperRef } from '../../../lib/model/paper/page';
import { isAbout, readWhenChanged } from '../../../lib/page/page-meta';
import { arxivId, doi } from '../../support/builders';

const meta: PaperMeta = {
  ids: { arxiv: arxivId('2606.00001') },
  title: 'T',
  authors: [],
  categories: [],
};

describe('isAbout', () => {
  const refOf = (ids: PaperRef['ids']): PaperRef => ({ site: 'x', ids, view: 'abstract' });

  it.each([
    ['the same id', { arxiv: arxivId('2606.00001') }, true],
    ['another of the same kind', { arxiv: arxivId('2606.00002') }, false],
    ['an id of a kind that the page does not name', { doi: doi('10.1000/1') }, true],
    ['no id', {}, true],
  ])('%s in the address', (_, ids, expected) => expect(isAbout(refOf(ids), meta)).toBe(expected));
});

describe('readWhenChanged', () => {
  let end: AbortController;
  let found: PaperMeta | null;
  let readings: number;
  let answer: PaperMeta | null | undefined;
  const read = () => {
    readings++;
    return found;
  };
  const wait = (durationMs: number) => vi.advanceTimersByTimeAsync(durationMs);

  beforeEach(() => {
    vi.useFakeTimers();
    end = new AbortController();
    found = null;
    readings = 0;
    answer = undefined;
  });
  afterEach(() => {
    end.abort();
  });
  const start = () => void readWhenChanged(read, end.signal).then((result) => (answer = result));

  it('reads a page that stays as it is once more, when it is settled', async () => {
    start();
    await wait(2_900);
    expect(readings).toBe(0);
    await wait(6_000);
    expect(readings).toBe(1);
    expect(answer).toBeUndefined();
  });

  it('reads after a change until there is something, then no more', async () => {
    start();
    document.title = 'one';
    await wait(200);
    expect(readings).toBe(1);
    found = meta;
    document.title = 'two';
    await wait(200);
    expect(answer).toBe(meta);
    document.title = 'three';
    await wait(200);
    expect(readings).toBe(2);
  });

  it('reads a page that changes all the time a few times a second', async () => {
    start();
    for (let count = 0; count < 100; count++) {
      document.title = String(count);
      await wait(10);
    }
    expect(readings).toBeLessThan(8);
  });

  it('gives up in time', async () => {
    start();
    await wait(10_000);
    expect(answer).toBeNull();
    document.title = 'late';
    await wait(1_000);
    expect(readings).toBe(1);
  });

  it('ends with the page', async () => {
    start();
    end.abort();
    await wait(0);
    expect(answer).toBeNull();
  });

  it('hands over what an adapter throws', async () => {
    const broken = readWhenChanged(() => {
      throw new Error('broken');
    }, end.signal);
    document.title = 'x';
    const [thrown] = await Promise.all([broken.catch((error: unknown) => error), wait(200)]);
    expect(thrown).toMatchObject({ message: 'broken' });
  });
});
