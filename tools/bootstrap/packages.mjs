import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly, step } from './steps.mjs';

/**
 * Installs the packages, unless they are installed and newer than the lockfile.
 *
 * It skips install scripts: we need none, and npm 11 blocks them anyway.
 *
 * @param {string} root The project's folder.
 */
export async function ensurePackages(root) {
  if (arePackagesFresh(root)) return;
  await step('installing packages', () => install(['ci', ...QUIET]));
}

const QUIET = ['--no-audit', '--no-fund', '--ignore-scripts'];

/**
 * Runs `npm ci`, and `npm install` if that refuses the lockfile: a registry that mirrors only some platforms
 * lets npm write a lockfile without the others, which `npm ci` calls out of sync elsewhere. The locked
 * versions hold either way.
 *
 * @param {readonly string[]} args
 */
async function install(args) {
  const remedy = 'Check the network and the registry (npm config get registry), then run the command again.';
  const env = cleanEnvironment();
  try {
    await runQuietly(npmProgram(), args, { remedy, env });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('are in sync')) throw error;
    await runQuietly(npmProgram(), ['install', '--no-save', ...QUIET], { remedy, env });
  }
}

/**
 * True when the packages were installed after the lockfile was written.
 *
 * @param {string} root
 */
export function arePackagesFresh(root) {
  // npm writes this file last, so a broken installation lacks it.
  const mark = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(mark)) return false;
  return statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function npmProgram() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/**
 * `npm run` hands npm's own settings down as `npm_config_*`, some of which (`omit`, `global`) would change
 * what the inner npm installs. Registry, proxies and certificates stay, as a machine may need them.
 */
function cleanEnvironment() {
  const dropped = /^npm_config_(omit|include|production|only|global|dry_run|ignore_scripts|workspace)/i;
  return Object.fromEntries(
    Object.entries({ ...process.env, NODE_ENV: 'development' }).filter(([name]) => !dropped.test(name)),
  );
}
