// Node 20 starts a thread without tsx's hooks, so that a thread's first file cannot be TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./thread.ts');
