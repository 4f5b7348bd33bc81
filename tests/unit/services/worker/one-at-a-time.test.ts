import { describe, expect, it } from 'vitest';
import { createOneAtATime } from '../../../../lib/services/worker/one-at-a-time';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('createOneAtATime', () => {
  it('runs no two tasks at once, and each in the order it came', async () => {
    const oneAtATime = createOneAtATime();
    const events: string[] = [];
    const task = (name: string, turns: number) =>
      oneAtATime(async () => {
        events.push(`${name} begins`);
        for (let left = turns; left > 0; left--) await turn();
        events.push(`${name} ends`);
        return name;
      });

    expect(await Promise.all([task('slow', 3), task('quick', 0), task('last', 1)])).toEqual([
      'slow',
      'quick',
      'last',
    ]);
    expect(events).toEqual([
      'slow begins',
      'slow ends',
      'quick begins',
      'quick ends',
      'last begins',
      'last ends',
    ]);
  });

  it('tells a failure to the caller of its task alone', async () => {
    const oneAtATime = createOneAtATime();
    const broken = oneAtATime(() => Promise.reject(new Error('disk full')));
    const next = oneAtATime(async () => 'done');
    await expect(broken).rejects.toThrow('disk full');
    expect(await next).toBe('done');
  });

  it('keeps queues apart', async () => {
    const never = createOneAtATime()(() => new Promise<void>(() => undefined));
    expect(await createOneAtATime()(async () => 'free')).toBe('free');
    void never;
  });
});
