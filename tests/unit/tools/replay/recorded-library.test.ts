import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../../lib/model/dates';
import { recordedLibrary } from '../../../../tools/replay/recorded-library';
import { answer } from '../../../../tools/replay/route';
import { dataDir, hasData } from '../../../support/repository';

describe('recordedLibrary', () => {
  it('says what to do when there are no recordings', () => {
    expect(() => recordedLibrary({ dir: '/nowhere' })).toThrow(/--data/);
  });
});

describe.skipIf(!hasData)('recordedLibrary on the recordings', () => {
  const june = hasData
    ? recordedLibrary({ dir: dataDir, from: '2026-06-01' as IsoDate, to: '2026-06-30' as IsoDate })
    : null;

  it('plays June 2026 newest first', () => {
    expect(june?.editionDates).toHaveLength(21);
    expect(june?.editionDates[0]).toBe('2026-06-30');
    expect(june?.demoUrl).toBe('https://arxiv.org/abs/2606.07297');
  });

  it('sends the recorded bodies unchanged', () => {
    expect(june?.edition('2026-06-09' as IsoDate)).toHaveLength(38);
  });

  it('prefers a recorded page, with its status, to a drawn one', () => {
    if (june === null) return;
    const recorded = answer(june, new URL('https://arxiv.org/abs/1706.03762'));
    expect(String(recorded.body)).toContain('citation_arxiv_id');
    expect(answer(june, new URL('https://arxiv.org/abs/1234.5678')).status).toBe(404);
    expect(answer(june, new URL('https://arxiv.org/abs/2606.07297')).status).toBe(200);
  });
});
