import { existsSync } from 'node:fs';
import { findChromium, findFirefox } from './find-browser.mjs';
import { runQuietly, step, StepError } from './steps.mjs';

/**
 * Finds a Chromium: an installed one, else Debian's package, else a branded Chrome or Edge.
 *
 * @returns {Promise<import('./find-browser.mjs').FoundBrowser>}
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found?.kind === 'chromium') return found;
  if (canInstall()) {
    try {
      // Without recommended packages, but with fonts: on a bare machine pages would show boxes.
      await aptInstall('chromium', 'fonts-liberation', 'fonts-dejavu-core');
    } catch (error) {
      // A branded browser will do. Without one, show why the installation failed.
      if (found === null) throw error;
    }
    return findChromium() ?? missing();
  }
  return found ?? missing();
}

/**
 * Finds or installs a Firefox for the tests. Null when there is none: their tests are then skipped, and a
 * line says so.
 *
 * @returns {Promise<string | null>}
 */
export async function ensureFirefox() {
  const found = findFirefox();
  if (found !== null) return found;
  if (canInstall()) {
    try {
      await aptInstall('firefox-esr');
    } catch (error) {
      process.stdout.write(
        `  ${error instanceof Error ? error.message.split('\n').at(-1) : String(error)}\n`,
      );
    }
    const installed = findFirefox();
    if (installed !== null) return installed;
  }
  process.stdout.write('· no Firefox here: its tests are skipped (install firefox-esr to run them)\n');
  return null;
}

/** @returns {never} */
function missing() {
  throw new StepError(
    'No Chromium, Chrome or Edge was found. Install one (Debian: apt-get install chromium; macOS and Windows: ' +
      'https://www.google.com/chrome/), or name one: PAPERKIN_CHROMIUM=/path/to/chromium.',
  );
}

function canInstall() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/**
 * @param {string} name
 * @param {readonly string[]} others
 */
async function aptInstall(name, ...others) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const remedy = `Check the network and /etc/apt/sources.list, or install ${name} by hand, then run the command again.`;
  await step(`installing ${name} (apt)`, async () => {
    await runQuietly('apt-get', ['update'], { remedy, env });
    await runQuietly('apt-get', ['install', '-y', '--no-install-recommends', name, ...others], {
      remedy,
      env,
    });
  });
}
