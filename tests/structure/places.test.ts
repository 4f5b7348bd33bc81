import { describe, expect, it } from 'vitest';
import { sites } from '../../lib/sites';
import { textOf } from '../support/repository';

const css = textOf('entrypoints/annotate/style.css');
const reserved = [...css.matchAll(/:root\[data-paperkin='([^']+)'\] ([^,{]+?)\s*[,{]/g)].map(
  ([, id, selector]) => `${id} ${selector}`,
);
const anchored = sites.flatMap(({ id, anchors }) => anchors.map(({ selector }) => `${id} ${selector}`));

describe('the places of annotations', () => {
  it('are reserved for every anchor of a site, and for nothing else', () => {
    expect(reserved.toSorted(), 'entrypoints/annotate/style.css and the anchors of lib/sites').toEqual(
      anchored.toSorted(),
    );
  });

  it('are on no site whose pages are drawn by scripts: an element more there could break their drawing', () => {
    expect(sites.filter((site) => site.isSinglePage && site.anchors.length > 0).map(({ id }) => id)).toEqual(
      [],
    );
  });
});
