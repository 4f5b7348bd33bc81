// On Node 20 tsx reads TypeScript in the main thread only: a worker has to ask for it itself.
import { register } from 'tsx/esm/api';

register();
await import('./encode-worker.ts');
