import { startThread } from '../../../threads/start-thread';
import { createBarrier } from './barrier';
import { createPhases, NO_MORE_STEPS, type TrainingJob } from '../step/phases';
import type { ThreadStart } from './thread';

/** Starts the other threads of a training; each takes half a second. */
export function startThreads(job: TrainingJob) {
  const barrier = createBarrier(job.barrier, job.threads);
  const phases = createPhases(job, { thread: 0, threads: job.threads });
  const workers = Array.from({ length: job.threads - 1 }, (_, index) => {
    const start: ThreadStart = { job, thread: index + 1 };
    return startThread(new URL('./thread.ts', import.meta.url), start);
  });
  const failures: string[] = [];
  const ends = workers.map(
    (worker) =>
      new Promise<void>((resolve) => {
        worker.on('message', (message) => failures.push(String(message)));
        worker.on('error', (error) => failures.push(error.stack ?? error.message));
        worker.on('exit', () => resolve());
      }),
  );
  return {
    /** Runs one step on the batch in the state. Errors: `Error` if a thread failed. */
    step(): void {
      try {
        barrier.wait();
        for (const phase of phases) {
          phase();
          barrier.wait();
        }
      } catch (error) {
        barrier.fail();
        throw error;
      }
    },
    /** Ends the other threads. Errors: `Error` if one has failed. */
    async close(): Promise<void> {
      job.state.plan[1] = NO_MORE_STEPS;
      try {
        barrier.wait();
      } catch {
        // One has failed: it has said why, or we stop it here.
        await Promise.race([Promise.all(ends), new Promise((resolve) => setTimeout(resolve, 1000))]);
        await Promise.all(workers.map((worker) => worker.terminate()));
      }
      await Promise.all(ends);
      if (failures.length > 0) throw new Error(`A thread of the training failed: ${failures.join('; ')}`);
    },
  };
}
