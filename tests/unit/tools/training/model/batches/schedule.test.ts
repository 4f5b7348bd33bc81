import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../../../tools/training/random';
import { createSchedule, learningRateAt } from '../../../../../../tools/training/model/batches/schedule';
import { trainingSettings } from '../../../../../../tools/training/model/settings';

const SETTINGS = trainingSettings({ epochs: 3, batch: 1000, citationShare: 0.25, coCitedShare: 0.1 });
const counted = (kinds: readonly string[]) =>
  ['text', 'citation', 'co-cited'].map((kind) => kinds.filter((other) => other === kind).length);

describe('createSchedule', () => {
  it('has the requested shares, mixed', () => {
    const kinds = createSchedule(SETTINGS, { textPapers: 20_000, citations: 500 }, createRandom(1));

    expect(counted(kinds)).toEqual([60, 20, 6]);
    expect(counted(kinds.slice(0, 43))[1]).toBeGreaterThan(3);
  });

  it('holds only texts if there are no citations', () => {
    const kinds = createSchedule(SETTINGS, { textPapers: 20_000, citations: 0 }, createRandom(1));

    expect(counted(kinds)).toEqual([60, 0, 0]);
  });

  it('has a batch even of a few papers', () => {
    expect(createSchedule(SETTINGS, { textPapers: 3, citations: 0 }, createRandom(1))).toEqual(['text']);
  });
});

describe('learningRateAt', () => {
  it('falls linearly', () => {
    const settings = trainingSettings({ learningRate: 0.02, finalRate: 0.5 });

    expect([0, 50, 100].map((step) => learningRateAt(settings, step, 100))).toEqual([0.02, 0.015, 0.01]);
  });
});
