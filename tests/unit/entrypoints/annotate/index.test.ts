// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import annotate from '../../../../entrypoints/annotate';
import { switchSite } from '../../../../lib/settings/sites-off';
import { takeOver } from '../../../../lib/page/lifecycle';
import { ANNOTATION, fakeNavigation, fakeWorker } from '../../../support/ui/dom';

let go: (url: string) => void;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (callback: () => void) => setTimeout(callback));
  go = fakeNavigation('https://arxiv.org/pdf/2606.00001');
  fakeWorker().mockResolvedValue({ ok: true, value: ANNOTATION });
  void annotate.main();
  await vi.advanceTimersByTimeAsync(10);
});
afterEach(() => void takeOver('annotate'));

async function goTo(url: string): Promise<void> {
  go(url);
  await vi.advanceTimersByTimeAsync(10);
}
const annotation = () => document.querySelector('paperkin-annotation');

describe('the annotating script', () => {
  it('leaves everything as it is when only the hash changed', async () => {
    const before = annotation();
    expect(before).not.toBeNull();
    await goTo('https://arxiv.org/pdf/2606.00001#page=2');
    expect(annotation()).toBe(before);
  });

  it('begins anew with another paper', async () => {
    const before = annotation();
    await goTo('https://arxiv.org/pdf/2606.00002');
    expect(annotation()).not.toBeNull();
    expect(annotation()).not.toBe(before);
  });

  it('takes everything away on a page without a paper, and comes back with the paper', async () => {
    await goTo('https://arxiv.org/list/cs.AI/new');
    expect(annotation()).toBeNull();
    await goTo('https://arxiv.org/pdf/2606.00001');
    expect(annotation()).not.toBeNull();
  });

  it('does nothing on a site that is switched off', async () => {
    await switchSite('arxiv', false);
    await goTo('https://arxiv.org/pdf/2606.00002');
    expect(annotation()).toBeNull();
  });

  it('is there once though it was put into the page twice', async () => {
    void annotate.main();
    await vi.advanceTimersByTimeAsync(10);
    expect(document.querySelectorAll('paperkin-annotation')).toHaveLength(1);
  });
});
