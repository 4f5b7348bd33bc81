import { describe, expect, it } from 'vitest';
import { startStep } from '../../../../tools/eval-related/progress';

function recorded(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
}

describe('startStep', () => {
  it('reports only the result if nobody is watching', () => {
    const stream = recorded(false);

    const step = startStep('papers', stream);
    step.update(1);
    step.end(2);

    expect(stream.written).toEqual([expect.stringMatching(/^2 papers in \d+\.\d s\n$/)]);
  });

  it('counts on a terminal, on one line', () => {
    const stream = recorded(true);

    const step = startStep('papers', stream);
    step.update(1);
    step.end(2);

    expect(stream.written).toEqual(['\r1 papers …', expect.stringMatching(/^\r.*2 papers in/)]);
  });
});
