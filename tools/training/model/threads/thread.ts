import { parentPort, workerData } from 'node:worker_threads';
import { createBarrier } from './barrier';
import { createPhases, NO_MORE_STEPS, type TrainingJob } from '../step/phases';

/** What another thread starts with. */
export interface ThreadStart {
  readonly job: TrainingJob;
  readonly thread: number;
}

run(workerData as ThreadStart); // Only `threads.ts` starts this file.

function run({ job, thread }: ThreadStart): void {
  const barrier = createBarrier(job.barrier, job.threads);
  try {
    const phases = createPhases(job, { thread, threads: job.threads });
    for (;;) {
      barrier.wait();
      if (job.state.plan[1] === NO_MORE_STEPS) return;
      for (const phase of phases) {
        phase();
        barrier.wait();
      }
    }
  } catch (error) {
    barrier.fail();
    parentPort?.postMessage(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
