import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sites } from '../lib/sites';
import { SOURCES } from '../lib/sources/descriptions';
import { withLists } from './write-readme/lists';

const path = resolve(import.meta.dirname, '../README.md');
writeFileSync(path, withLists(readFileSync(path, 'utf8'), sites, SOURCES));
