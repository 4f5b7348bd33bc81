import { describe, expect, it } from 'vitest';
import { createProgress, timeText } from '../../../../../tools/training/model/progress';

function run(isTTY: boolean, millisecondsPerStep: number) {
  const written: string[] = [];
  let time = 0;
  const progress = createProgress({ isTTY, write: (text) => written.push(text) }, () => time);
  for (let step = 1; step <= 4; step++) {
    time += millisecondsPerStep;
    progress.add({ step, steps: 4, kind: step === 2 ? 'citation' : 'text', loss: step });
  }
  progress.finish();
  return { written, progress };
}

describe('createProgress', () => {
  it('without a terminal, writes a line every ten seconds and a last one', () => {
    const { written } = run(false, 6000);

    expect(written).toEqual([
      ' 25 %  1/4 batches  text 1.000  0.2 batches/s  18 s left\n',
      ' 75 %  3/4 batches  text 1.040  citation 2.000  0.2 batches/s  6 s left\n',
      '100 %  4/4 batches  text 1.099  citation 2.000  0.2 batches/s  0 s left\n',
    ]);
  });

  it('redraws one line on a terminal', () => {
    const { written } = run(true, 300);

    expect(written).toHaveLength(5);
    expect(written[1]).toContain('\r\u001B[2K[############............]  50 %');
    expect(written.at(-1)).toBe('\n');
  });

  it('keeps a running mean of the loss of each kind', () => {
    expect([...run(false, 1).progress.losses.keys()]).toEqual(['text', 'citation']);
  });
});

describe('timeText', () => {
  it.each([
    [44.6, '45 s'],
    [89, '89 s'],
    [719, '12 min'],
  ])('says %d as %s', (seconds, text) => {
    expect(timeText(seconds)).toBe(text);
  });
});
