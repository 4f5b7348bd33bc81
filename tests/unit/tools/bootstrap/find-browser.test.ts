import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium, findFirefox } from '../../../../tools/bootstrap/find-browser.mjs';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'paperkin-path-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

function install(...names: readonly string[]): void {
  for (const name of names) {
    writeFileSync(join(dir, name), '');
    chmodSync(join(dir, name), 0o755);
  }
}

describe('findChromium', () => {
  it('prefers a Chromium on the search path to a branded browser', () => {
    install('google-chrome', 'chromium');
    expect(findChromium({ PATH: dir }, 'linux')).toEqual({ path: join(dir, 'chromium'), kind: 'chromium' });
  });

  it.each([
    ['/opt/google/chrome/chrome', 'branded'],
    ['/usr/bin/google-chrome-stable', 'branded'],
    ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'branded'],
    ['/usr/bin/microsoft-edge', 'branded'],
    ['/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'chromium'],
    ['/usr/bin/chromium', 'chromium'],
  ])('tells the kind of a named browser: %s is %s', (path, kind) => {
    expect(findChromium({ PAPERKIN_CHROMIUM: path, PATH: '' })).toEqual({ path, kind });
  });
});

describe('findFirefox', () => {
  it('prefers the extended support release', () => {
    install('firefox', 'firefox-esr');
    expect(findFirefox({ PATH: dir }, 'linux')).toBe(join(dir, 'firefox-esr'));
  });
});
