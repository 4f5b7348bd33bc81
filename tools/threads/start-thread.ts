import { Worker } from 'node:worker_threads';

/** Starts a thread that runs a TypeScript module. On Node 20 the tsx of this thread does not reach others. */
export function startThread(module: URL, workerData: unknown): Worker {
  return new Worker(new URL('./run-module.mjs', import.meta.url), { argv: [module.href], workerData });
}
