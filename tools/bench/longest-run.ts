import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type ChromiumWithExtension, grantInProfile, launchChromium } from '../browser/chromium';
import { openPaper } from '../demo/paper-page';
import { HOSTILE_CSP, hostilePage } from '../replay/pages/hostile-page';
import { html } from '../replay/responses';
import { sampleLibrary } from '../replay/sample-library';
import { startReplayServer } from '../replay/server';
import { withPages } from '../replay/route';

const PAGE = 'https://hostile.example/paper';
const LOADS = 5;

/** A node of a CPU profile, as far as it is read here. */
interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string };
  readonly children?: readonly number[];
}

/**
 * Loads a hostile page several times, in a browser of its own that may read all sites, and gives the longest
 * run of our scripts on each load, in ms.
 */
export async function longestRunsOnHostilePage(): Promise<readonly number[]> {
  const page = html(hostilePage(), 200, { 'content-security-policy': HOSTILE_CSP });
  const server = await startReplayServer(withPages(sampleLibrary(), { [PAGE]: page }));
  const profileDir = mkdtempSync(join(tmpdir(), 'paperkin-bench-'));
  const launch = () => launchChromium({ replayPort: server.port, profileDir });
  let browser = await launch();
  try {
    await browser.close();
    grantInProfile(profileDir, browser.extensionId, ['*://*/*']);
    browser = await launch();
    const settings = await browser.openExtensionPage('library.html#settings');
    await settings.getByRole('switch', { name: 'All other sites', exact: true }).click();
    const runs: number[] = [];
    for (let load = 0; load < LOADS; load++) runs.push(await longestRunOn(browser));
    return runs;
  } finally {
    await browser.close();
    await server.close();
    rmSync(profileDir, { recursive: true, force: true });
  }
}

async function longestRunOn({ context, extensionId }: ChromiumWithExtension): Promise<number> {
  const page = await context.newPage();
  const longest = await longestRunOf(page, extensionId, async () => {
    await openPaper(page, PAGE);
  });
  await page.close();
  return longest;
}

/**
 * The longest time that our own scripts ran without a pause while `run` went on, in ms.
 *
 * From a CPU profile of the page: only what runs below a function of ours counts, not the page's own work.
 */
async function longestRunOf(page: Page, extensionId: string, run: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 500 });
  await session.send('Profiler.start');
  await run();
  const { profile } = await session.send('Profiler.stop');
  await session.detach();
  const own = ownNodes(profile.nodes, `chrome-extension://${extensionId}/`);
  if (own.size === 0) throw new Error('The profile shows nothing of ours.');
  let longestUs = 0;
  let currentUs = 0;
  (profile.samples ?? []).forEach((node, index) => {
    currentUs = own.has(node) ? currentUs + (profile.timeDeltas?.[index] ?? 0) : 0;
    longestUs = Math.max(longestUs, currentUs);
  });
  return longestUs / 1000;
}

/** Ids of nodes whose call stack has a function of ours. */
function ownNodes(nodes: readonly ProfileNode[], origin: string): ReadonlySet<number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Set<number>();
  const take = (id: number): void => {
    own.add(id);
    byId.get(id)?.children?.forEach(take);
  };
  nodes.filter(({ callFrame }) => callFrame.url.startsWith(origin)).forEach(({ id }) => take(id));
  return own;
}
