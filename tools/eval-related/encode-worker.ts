/** Encodes papers of the corpus in its own thread; `encode-corpus.ts` starts it. */
import { parentPort, workerData } from 'node:worker_threads';
import { messageOf } from '../command-line';
import {
  createEncoder,
  type EncodeAnswer,
  encodeLines,
  type EncodeRequest,
  type EncodeSetup,
} from './encoder';

const setup = workerData as EncodeSetup; // What `encode-corpus.ts` hands in.
const encoder = createEncoder(setup);

parentPort?.on('message', (lines: EncodeRequest) => {
  try {
    const bytes = encodeLines(encoder, setup, lines);
    answer({ ok: true, bytes }, bytes === null ? [] : [bytes]);
  } catch (error) {
    answer({ ok: false, message: messageOf(error) });
  }
});

function answer(message: EncodeAnswer, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}
