import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Real pages and bodies, which stay outside the project: `PAPERKIN_DATA`, or `../shared/data`. */
export const dataDir: string = resolve(root, process.env['PAPERKIN_DATA'] ?? '../shared/data');

/** False on a machine without them: tests on real data are then skipped. */
export const hasData: boolean = existsSync(dataDir);
