import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines } from '../../lib/engines/index';
import { createManifest } from '../../tools/manifest';
import { engineFixtures } from '../support/engines';
import { textOf } from '../support/repository';

const root = resolve(import.meta.dirname, '../..');

describe('the table of engines', () => {
  it('is sorted by id, each id once', () => {
    const ids = engines.map(({ id }) => id);

    expect(ids, 'Sort `engines` in lib/engines/index.ts by id').toEqual([...new Set(ids)].toSorted());
  });

  it.each(engines)('has for $id a file, a test and fixtures named after it', ({ id }) => {
    for (const path of [`lib/engines/${id}.ts`, `tests/unit/engines/${id}.test.ts`]) {
      expect(existsSync(resolve(root, path)), `Add ${path}: an engine is named after its id`).toBe(true);
    }
    expect(engineFixtures(id).length, `Describe a body in tests/fixtures/engines/${id}`).toBeGreaterThan(0);
  });

  it.each(engines)('asks of $id only hosts that it names, over https', (engine) => {
    expect(engine.hosts.length).toBeGreaterThan(0);
    for (const host of engine.hosts) expect(host).toMatch(/^https:\/\/[a-z.]+\/\*$/);
    expect(engine.homepage).toMatch(/^https:\/\//);
    expect(engine.licence).not.toBe('');
  });

  it.each(engines)('is told about $id in PRIVACY.md, by name and host', ({ name, hosts }) => {
    const privacy = textOf('PRIVACY.md');
    const told = [name, ...hosts.map((pattern) => new URL(pattern.replace('*', '')).host)];
    expect(told.filter((word) => !privacy.includes(word))).toEqual([]);
  });

  it.each(['chrome', 'firefox'])('makes optional hosts of %s, none of which is required', (browser) => {
    const manifest = createManifest(browser);
    const hosts = engines.flatMap((engine) => engine.hosts);

    expect(manifest['optional_host_permissions']).toEqual(expect.arrayContaining(hosts));
    expect(manifest.host_permissions?.filter((host) => hosts.includes(host))).toEqual([]);
  });
});
