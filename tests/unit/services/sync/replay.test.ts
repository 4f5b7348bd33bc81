import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../../../lib/model/dates';
import type { Settings } from '../../../../lib/settings/settings';
import { hfDaily } from '../../../../lib/sources/hf-daily/hf-daily';
import { recordedLibrary } from '../../../../tools/replay/recorded-library';
import { sampleLibrary } from '../../../../tools/replay/sample-library';
import { type ReplayServer, startReplayServer } from '../../../../tools/replay/server';
import type { ReplayLibrary } from '../../../../tools/replay/types';
import { createRandom } from '../../../../tools/training/random';
import { dataDir } from '../../../support/repository';
import { replayWorld } from '../../../support/feed/replay-world';

const STOPS = 20;

let server: ReplayServer;
afterEach(() => server.close());

/** Syncs a whole library straight, and again with the worker stopped at random. */
async function compare(library: ReplayLibrary, historyMonths: Settings['historyMonths'], seed: number) {
  const nowMs = Date.parse(`${library.editionDates[0]}T20:00:00Z`);
  server = await startReplayServer(library);
  const world = () => {
    const made = replayWorld(server, [hfDaily], { nowMs });
    made.settings = { ...made.settings, historyMonths };
    return made;
  };
  const straight = world();
  await straight.runDue();
  const straightRequests = server.requests.length;
  const expected = await straight.stored();

  const random = createRandom(seed);
  const stopped = world();
  // Each request takes some ten steps outside; the stops spread over all of them.
  const stepsPerStop = (straightRequests * 10) / STOPS;
  let stops = 0;
  while (stops < STOPS) {
    const worker = stopped.startStoppingAfter(1 + Math.floor(random() * stepsPerStop));
    const hasStopped = await Promise.race([
      worker.stopped.then(() => true),
      worker.sync.runDue().then(() => false),
    ]);
    if (!hasStopped) break;
    stops++;
    stopped.nowMs += 30 * SECOND;
  }
  await stopped.runDue();
  return {
    expected,
    actual: await stopped.stored(),
    requests: straightRequests,
    more: server.requests.length - 2 * straightRequests,
    jobs: await stopped.jobs(),
    stops,
  };
}

describe('the full history, with the worker stopped at random twenty times', () => {
  it('of the sample equals a straight sync, record by record', async () => {
    const library = sampleLibrary();
    const seed = Math.floor(Math.random() * 1e6);
    const { expected, actual, requests, more, jobs, stops } = await compare(library, 6, seed);

    expect(stops).toBe(STOPS);
    expect([...actual], `seed ${seed}`).toEqual([...expected]);
    expect(expected.size).toBeGreaterThan(60);
    expect(more, `seed ${seed}, of ${requests}`).toBeLessThanOrEqual(STOPS);
    expect(jobs).toMatchObject([{ state: { kind: 'waiting' } }, { state: { kind: 'done' } }]);
  });

  it.skipIf(!existsSync(join(dataDir, 'hf-daily')))(
    'of two recorded years equals a straight sync, record by record',
    async () => {
      const library = recordedLibrary({ dir: dataDir });
      const { expected, actual, requests, more, stops } = await compare(library, 'all', 7);

      expect(stops).toBe(STOPS);
      const differing = [...expected].filter(([key, record]) => actual.get(key) !== record);
      expect(differing).toEqual([]);
      expect(actual.size).toBe(expected.size);
      expect(expected.size).toBeGreaterThan(8_000);
      expect(more).toBeLessThanOrEqual(requests * 0.05);
    },
    15 * MINUTE, // A safety net: it takes half a minute on an idle machine.
  );
});
