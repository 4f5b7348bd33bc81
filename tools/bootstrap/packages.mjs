import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly, step } from './steps.mjs';

/**
 * Installs the packages, unless they are already newer than the lockfile.
 *
 * Runs no install scripts: no package of ours needs one, and npm 11 blocks them anyway.
 *
 * @param {string} root The project's folder.
 */
export async function ensurePackages(root) {
  if (arePackagesFresh(root)) return;
  await step('installing packages', () => install(['ci', ...QUIET]));
}

const QUIET = ['--no-audit', '--no-fund', '--ignore-scripts'];

/**
 * Runs `npm ci`, and the laxer `npm install` when it calls the lockfile out of sync. Registries that mirror
 * only some platforms let npm write lockfiles without the others. The locked versions hold either way.
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
  // npm writes this file last, so an interrupted installation lacks it.
  const mark = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(mark)) return false;
  return statSync(mark).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function npmProgram() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

/**
 * `npm run` passes npm's settings on as `npm_config_*`, and some (`omit`, `global`) would change what the
 * inner npm installs. Registry, proxies and certificates stay: the machine may depend on them.
 */
function cleanEnvironment() {
  const dropped = /^npm_config_(omit|include|production|only|global|dry_run|ignore_scripts|workspace)/i;
  return Object.fromEntries(
    Object.entries({ ...process.env, NODE_ENV: 'development' }).filter(([name]) => !dropped.test(name)),
  );
}
