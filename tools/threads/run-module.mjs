// A thread's first file: it lets tsx read TypeScript, then runs the module that is named.
import { register } from 'tsx/esm/api';

register();
await import(process.argv[2]);
