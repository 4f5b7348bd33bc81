import type { Page } from 'playwright-core';

/** A node of a CPU profile, as far as it is read here. */
interface ProfileNode {
  readonly id: number;
  readonly callFrame: { readonly url: string };
  readonly children?: readonly number[];
}

/**
 * The longest stretch of time that our own scripts ran without a pause while `run` went on, in ms.
 *
 * From a CPU profile of the page: only what runs below a function of ours counts, so that neither the page's
 * own work nor other programs on this machine are taken for ours.
 */
export async function longestTaskOf(
  page: Page,
  extensionId: string,
  run: () => Promise<void>,
): Promise<number> {
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
