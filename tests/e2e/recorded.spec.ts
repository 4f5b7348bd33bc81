import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedLibrary } from '../../tools/replay/recorded-library';
import { day } from '../support/builders';
import { dataDir, hasData } from '../support/repository';
import { annotationOn, openPage, openSyncedPopup, openWithSidebar, startStage, type Stage } from './chromium';

describe.skipIf(!hasData)('on the recorded feed of June 2026', () => {
  let stage: Stage;
  beforeAll(async () => {
    const june = { from: day('2026-06-01'), to: day('2026-06-30') };
    stage = await startStage({ library: recordedLibrary({ dir: dataDir, ...june }) });
    await (await openSyncedPopup(stage)).close();
  });
  afterAll(() => stage.close());

  it('lists papers about coding agents first beside a paper on how they explore repositories', async () => {
    const { page, related } = await openWithSidebar(stage, 'https://arxiv.org/abs/2606.07297');
    const first = related.slice(0, 5);

    expect(related.length).toBeGreaterThanOrEqual(8);
    expect(first.filter(({ title }) => /agent|SWE|code|coding|repositor/i.test(title)).length).toBe(5);
    expect(related.every(({ detail }) => detail.length > 0)).toBe(true);
    expect(related.some(({ title }) => title.startsWith('SWE-Explore'))).toBe(false);
    await page.close();
  });

  it.each([
    'https://arxiv.org/abs/2106.09608',
    'https://arxiv.org/abs/0903.0442v3',
    'https://arxiv.org/abs/hep-th/9901001',
  ])('annotates the recorded page %s', async (url) => {
    const page = await openPage(stage, url);
    expect(await annotationOn(page)).not.toBe('');
    await page.close();
  });
});
