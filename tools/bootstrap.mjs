/**
 * Prepares a fresh clone and runs one of the two commands: `node tools/bootstrap.mjs demo|test [options]`.
 *
 * Plain JavaScript without packages: it installs them.
 */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { ensureChromium, ensureFirefox } from './bootstrap/browsers.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { runOpenly, StepError } from './bootstrap/steps.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];
const TOOLS = { demo: 'tools/demo.ts', test: 'tools/run-tests.ts' };

process.chdir(ROOT);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StepError)) throw error;
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}

/** @param {readonly string[]} args */
async function main([command = '', ...options]) {
  const tool = TOOLS[command];
  if (tool === undefined) throw new StepError('Usage: node tools/bootstrap.mjs demo|test [options]');
  checkNode();
  await ensurePackages(ROOT);
  const chromium = await ensureChromium();
  const firefox = command === 'test' ? await ensureFirefox() : null;
  const env = { ...process.env, PAPERKIN_CHROMIUM: chromium.path };
  if (firefox !== null) env['PAPERKIN_FIREFOX'] = firefox;
  // Start tsx by its file: npx would ask the registry if it did not find it.
  const tsx = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  return runOpenly(process.execPath, [tsx, tool, ...options], env);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new StepError(
    `Node ${process.versions.node} is too old: Paperkin's tools need ${OLDEST_NODE.join('.')} or newer (https://nodejs.org/).`,
  );
}
