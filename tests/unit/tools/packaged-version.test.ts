import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createPackagedModel } from '../../../lib/services/index/packaged';
import { packagedVersion } from '../../../tools/packaged-version';

it('is the version of the encoder that the worker makes from the package’s files', async () => {
  const readPackaged = async (path: string) => new Uint8Array(await readFile(`public/${path}`)).buffer;
  const { loadEncoder } = createPackagedModel(readPackaged, 'any');
  expect(packagedVersion()).toBe((await loadEncoder()).version);
});
