import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { providers } from '../../lib/providers';
import { PROVIDER_IDS } from '../../lib/providers/descriptions';
import { createManifest } from '../../tools/manifest';
import { providerFixtures } from '../support/feed/providers';
import { root, textOf } from '../support/repository';

describe('the table of providers', () => {
  it('is sorted by id, each id once', () => {
    const ids = providers.map(({ id }) => id);

    expect(ids, 'Sort `providers` in lib/providers/index.ts by id').toEqual([...new Set(ids)].toSorted());
    expect(PROVIDER_IDS, 'Give each provider both of its lines in lib/providers/index.ts').toEqual(ids);
  });

  it.each(providers)('has for $id a parser, its description, a test and fixtures', ({ id }) => {
    for (const path of [
      `lib/providers/${id}/${id}.ts`,
      `lib/providers/${id}/about.ts`,
      `tests/unit/providers/${id}/${id}.test.ts`,
    ]) {
      expect(existsSync(resolve(root, path)), `Add ${path}: a provider is named after its id`).toBe(true);
    }
    expect(providerFixtures(id).length, `Describe a body in tests/fixtures/providers/${id}`).toBeGreaterThan(
      0,
    );
  });

  it.each(providers)('asks of $id only hosts that it names, over https', (provider) => {
    expect(provider.hosts.length).toBeGreaterThan(0);
    for (const host of provider.hosts) expect(host).toMatch(/^https:\/\/[a-z.]+\/\*$/);
    expect(provider.licence).not.toBe('');
  });

  it.each(providers)('is told about $id in PRIVACY.md, by name and host', ({ name, hosts }) => {
    const privacy = textOf('PRIVACY.md');
    const told = [name, ...hosts.map((pattern) => new URL(pattern.replace('*', '')).host)];
    expect(told.filter((word) => !privacy.includes(word))).toEqual([]);
  });

  it.each(['chrome', 'firefox'])('makes optional hosts of %s, none of which is required', (browser) => {
    const manifest = createManifest(browser);
    const hosts = providers.flatMap((provider) => provider.hosts);

    expect(manifest['optional_host_permissions']).toEqual(expect.arrayContaining(hosts));
    expect(manifest.host_permissions?.filter((host) => hosts.includes(host))).toEqual([]);
  });
});
