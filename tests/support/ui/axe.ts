import axe from 'axe-core';

const OFF = { enabled: false };

/**
 * The problems that axe finds in a part of a page, one line each.
 *
 * Only a browser can check colours and letter shapes, as jsdom draws nothing.
 */
export async function accessibilityProblems(part: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(part, {
    rules: { 'color-contrast': OFF, 'label-content-name-mismatch': OFF },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
