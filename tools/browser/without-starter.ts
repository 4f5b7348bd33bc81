import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Copies an unpacked extension without its starter feed, so that its feed begins empty; gives the copy's
 * folder, which the caller deletes.
 */
export function copyWithoutStarter(extensionDir: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'paperkin-build-'));
  cpSync(extensionDir, folder, { recursive: true });
  rmSync(join(folder, 'starter'), { recursive: true });
  return folder;
}
