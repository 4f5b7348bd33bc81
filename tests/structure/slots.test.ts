import { describe, expect, it } from 'vitest';
import { hostOf } from '../../lib/model/access/hosts';
import { sites } from '../../lib/sites';
import { textOf } from '../support/repository';

const css = textOf('entrypoints/annotate/style.css');
const reserved = [...css.matchAll(/:root\[data-paperkin\$='([^']+)'\] ([^,{]+?)\s*[,{]/g)].map(
  ([, host = '', selector = '']) => ({ host, selector }),
);
const hostsOf = (id: string) =>
  sites.filter((site) => site.id === id).flatMap(({ matches }) => matches.map((match) => hostOf(match)));
const anchored = sites.flatMap(({ id, anchors = {} }) =>
  Object.keys(anchors).map((selector) => ({ id, selector })),
);

describe('the slots of annotations', () => {
  it.each(anchored)('are reserved for $selector of $id', ({ id, selector }) => {
    const slots = reserved.filter((slot) => slot.selector === selector);
    // On one host at least: a site's former hosts redirect to its present one.
    const isReserved = hostsOf(id).some((host) => slots.some((slot) => host.endsWith(slot.host)));
    expect(isReserved, 'Add the selector to entrypoints/annotate/style.css').toBe(true);
  });

  it('are written as the test reads them: each selector begins with its host', () => {
    const written = css.match(/:root/g) ?? [];
    expect(written).toHaveLength(reserved.length);
  });

  it('are reserved for nothing else', () => {
    const selectors = anchored.map(({ selector }) => selector);
    expect(reserved.filter(({ selector }) => !selectors.includes(selector))).toEqual([]);
  });

  it('are on no site whose pages scripts draw: an extra element could break them', () => {
    expect(
      sites.filter((site) => site.isSinglePage && site.anchors !== undefined).map(({ id }) => id),
    ).toEqual([]);
  });
});
