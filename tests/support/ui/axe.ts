import axe from 'axe-core';

const OFF = { enabled: false };

/**
 * What axe finds wrong with a part of a page, one line each.
 *
 * Colours and the shapes of letters are checked in a browser: jsdom draws nothing.
 */
export async function accessibilityProblems(part: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(part, {
    rules: { 'color-contrast': OFF, 'label-content-name-mismatch': OFF },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
