import { describe, expect, it } from 'vitest';
import { createBarrier, createBarrierMemory } from '../../../../../../tools/training/model/threads/barrier';

describe('createBarrier', () => {
  it('lets a lone thread pass, again and again', () => {
    const memory = createBarrierMemory();
    const barrier = createBarrier(memory, 1);

    barrier.wait();
    barrier.wait();

    expect(Array.from(memory)).toEqual([0, 2, 0]);
  });

  it('gives up on a thread that does not arrive', () => {
    expect(() => createBarrier(createBarrierMemory(), 2, 5).wait()).toThrow(/does not answer/);
  });

  it('fails for all threads if one has failed', () => {
    const memory = createBarrierMemory();
    createBarrier(memory, 2).fail();

    expect(() => createBarrier(memory, 2).wait()).toThrow(/has failed/);
  });
});
