import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arePackagesFresh } from '../../../../tools/bootstrap/packages.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'paperkin-packages-'));
  writeFileSync(join(root, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('arePackagesFresh', () => {
  it('is false in a fresh clone, and after a broken installation', () => {
    expect(arePackagesFresh(root)).toBe(false);
    mkdirSync(join(root, 'node_modules'));
    expect(arePackagesFresh(root)).toBe(false);
  });

  it.each([
    ['newer', 10, true],
    ['older', -10, false],
  ])('judges packages %s than the lockfile', (_, seconds, expected) => {
    const mark = join(root, 'node_modules', '.package-lock.json');
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(mark, '{}');
    const time = Date.now() / 1000 + seconds;
    utimesSync(mark, time, time);

    expect(arePackagesFresh(root)).toBe(expected);
  });
});
