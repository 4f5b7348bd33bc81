import { describe, expect, it, vi } from 'vitest';
import { createCoalescedRun, createKept, createQueue, createSingleFlight } from '../../lib/async';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A promise that the test settles. */
function deferred<T>() {
  let resolve = (_value: T): void => undefined;
  let reject = (_error: Error): void => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('createQueue', () => {
  it('runs no two tasks at once, and each in the order it came', async () => {
    const queue = createQueue();
    const events: string[] = [];
    const task = (name: string, turns: number) =>
      queue(async () => {
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
    const queue = createQueue();
    const broken = queue(() => Promise.reject(new Error('disk full')));
    const next = queue(async () => 'done');
    await expect(broken).rejects.toThrow('disk full');
    expect(await next).toBe('done');
  });

  it('keeps queues apart', async () => {
    const never = createQueue()(() => new Promise<void>(() => undefined));
    expect(await createQueue()(async () => 'free')).toBe('free');
    void never;
  });
});

describe('createSingleFlight', () => {
  it('answers callers of one key with one task, and other keys with their own', async () => {
    const flight = createSingleFlight<string, string>();
    const answer = deferred<string>();
    const task = vi.fn<() => Promise<string>>(() => answer.promise);

    const both = [flight.run('a', task), flight.run('a', task)];
    expect([flight.isRunning('a'), flight.isRunning('b'), flight.count()]).toEqual([true, false, 1]);
    expect(await flight.run('b', async () => 'other')).toBe('other');
    answer.resolve('shared');

    expect(await Promise.all(both)).toEqual(['shared', 'shared']);
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('runs again once a task has ended, well or badly', async () => {
    const flight = createSingleFlight<string, string>();
    await expect(flight.run('a', () => Promise.reject(new Error('offline')))).rejects.toThrow('offline');
    expect(flight.count()).toBe(0);
    expect(await flight.run('a', async () => 'first')).toBe('first');
    expect(await flight.run('a', async () => 'second')).toBe('second');
  });
});

describe('createKept', () => {
  it('loads once, until it is told to forget', async () => {
    let loads = 0;
    const kept = createKept(async () => ++loads);
    expect(kept.isKept()).toBe(false);
    expect(await Promise.all([kept.get(), kept.get()])).toEqual([1, 1]);
    expect(kept.isKept()).toBe(true);
    kept.forget();
    expect(kept.isKept()).toBe(false);
    expect(await kept.get()).toBe(2);
  });

  it('tries again after a failure', async () => {
    const load = vi.fn<() => Promise<string>>();
    load.mockRejectedValueOnce(new Error('no file')).mockResolvedValueOnce('bytes');
    const kept = createKept(load);
    await expect(kept.get()).rejects.toThrow('no file');
    expect(await kept.get()).toBe('bytes');
  });

  it('keeps the later load when an earlier one, forgotten meanwhile, fails', async () => {
    const early = deferred<string>();
    const load = vi.fn<() => Promise<string>>();
    load.mockReturnValueOnce(early.promise).mockResolvedValueOnce('later');
    const kept = createKept(load);
    const forgotten = kept.get();
    kept.forget();
    const later = kept.get();
    early.reject(new Error('cleared'));
    await expect(forgotten).rejects.toThrow('cleared');
    expect(kept.get()).toBe(later);
  });
});

describe('createCoalescedRun', () => {
  it('makes one run of all requests that come before it begins', async () => {
    const settled = deferred<void>();
    const work = vi.fn<() => Promise<void>>(async () => undefined);
    const run = createCoalescedRun(() => settled.promise, work);
    const all = [run(), run(), run()];
    expect(work).not.toHaveBeenCalled();
    settled.resolve();
    await Promise.all(all);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('runs once more for requests that come during a run', async () => {
    const first = deferred<void>();
    const work = vi.fn<() => Promise<void>>();
    work.mockReturnValueOnce(first.promise).mockResolvedValue(undefined);
    const run = createCoalescedRun(turn, work);
    const begun = run();
    await expect.poll(() => work).toHaveBeenCalledTimes(1);
    void run();
    void run();
    first.resolve();
    await begun;
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('tells a failure to those who wait for the run, and runs again when asked', async () => {
    const work = vi.fn<() => Promise<void>>();
    work.mockRejectedValueOnce(new Error('disk full')).mockResolvedValue(undefined);
    const run = createCoalescedRun(turn, work);
    await expect(run()).rejects.toThrow('disk full');
    await run();
    expect(work).toHaveBeenCalledTimes(2);
  });
});
