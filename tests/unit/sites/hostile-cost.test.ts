import { beforeEach, describe, expect, it, vi } from 'vitest';
import { READERS, sites } from '../../../lib/sites';
import { classifyUrl, OTHER_SITE } from '../../../lib/sites/urls/classify-url';
import { confirmPage } from '../../../lib/sites/pages/confirm-page';
import { readPage } from '../../../lib/sites/pages/read-page';
import { HOSTILE_TAGS, hostilePage } from '../../../tools/replay/pages/hostile-page';
import { pageOf } from '../../support/sites/page';

/** What our readers ask of a page. The counts bound the time, on a fast machine and on a busy one. */
const cost = {
  /** Each is a walk over all elements. */
  queries: 0,
  attributes: 0,
  /** Characters of text read, and of JSON parsed. */
  chars: 0,
};

/** The hostile page, whose DOM counts. Its window is its own, counters and all. */
function countingPage(): Document {
  const page = pageOf(hostilePage(), 'https://example.org/articles/1');
  const window = page.defaultView;
  if (window === null) throw new Error('The page has no window.');
  for (const { prototype } of [window.Document, window.Element]) {
    countCalls(prototype, 'querySelector', () => cost.queries++);
    countCalls(prototype, 'querySelectorAll', () => cost.queries++);
  }
  countCalls(window.Element.prototype, 'getAttribute', () => cost.attributes++);
  const text = Object.getOwnPropertyDescriptor(window.Node.prototype, 'textContent');
  Object.defineProperty(window.Node.prototype, 'textContent', {
    get(this: Node) {
      const value: unknown = text?.get?.call(this);
      if (typeof value === 'string') cost.chars += value.length;
      return value;
    },
  });
  return page;
}

function countCalls(prototype: object, name: string, count: () => void): void {
  const method = Reflect.get(prototype, name) as (...values: readonly unknown[]) => unknown; // A method by its name.
  const counting = function call(this: unknown, ...values: readonly unknown[]): unknown {
    count();
    return method.apply(this, [...values]);
  };
  Reflect.set(prototype, name, counting);
}

describe('on a page with 1 MB of tags and 10,000 authors', () => {
  const page = countingPage();
  const tabs = sites.flatMap(({ id, tab }) => (tab === undefined ? [] : { id, tab: tab.source }));
  const readers = [...[OTHER_SITE, ...Object.keys(READERS)].map((id) => ({ id })), ...tabs];
  const { parse } = JSON;

  beforeEach(() => {
    Object.assign(cost, { queries: 0, attributes: 0, chars: 0 });
    vi.spyOn(JSON, 'parse').mockImplementation((json) => {
      cost.chars += json.length;
      return parse(json) as unknown;
    });
  });

  it.each(readers)(
    'the reader of $id walks over the elements a few times and reads each tag once',
    (site) => {
      readPage(page, site);

      expect(cost.queries).toBeLessThanOrEqual(5);
      // PubMed's reader reads the tags once more, for a name of its own.
      expect(cost.attributes).toBeLessThanOrEqual((site.id === 'pubmed' ? 4 : 2) * HOSTILE_TAGS + 20);
      expect(cost.chars).toBeLessThan(50_000);
    },
  );

  it('the check that it is a paper reads each tag twice', () => {
    const found = classifyUrl(new URL('https://example.org/articles/1'), sites);
    if (found !== null) confirmPage(page, found);

    expect(cost.queries).toBeLessThanOrEqual(4);
    expect(cost.attributes).toBeLessThanOrEqual(4 * HOSTILE_TAGS + 20);
    expect(cost.chars).toBeLessThan(100_000);
  });
});
