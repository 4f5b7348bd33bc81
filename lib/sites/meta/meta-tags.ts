import { findAll } from '../pages/elements';

/** Values of a page's `<meta>` tags by lower-case name, in the page's order; only names that matter to us. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

/** Limits against hostile pages; the longest real author list seen has 2,900 names. */
const MAX_TAGS = 20_000;
const MAX_VALUES_PER_NAME = 5000;
const MAX_VALUE_CHARS = 20_000;

const TELLING = /^(?:citation_|dc\.|dcterms\.|og:|prism\.)/;

/**
 * Reads the `citation_*`, Dublin Core, PRISM and Open Graph tags.
 *
 * Names differ in case and prefix between publishers: `DC.Title`, `dc:title` are `dc.title`, and
 * `bepress_citation_title` is `citation_title`. Leaves out empty values and cuts long ones.
 */
export function readMetaTags(page: Document): MetaTags {
  const tags = new Map<string, string[]>();
  for (const element of findAll(page, 'meta').slice(0, MAX_TAGS)) {
    const written = element.getAttribute('name') ?? element.getAttribute('property') ?? '';
    const name = written
      .slice(0, 100)
      .trim()
      .toLowerCase()
      .replace(/^bepress_/, '')
      .replace(/^(dc|dcterms):/, '$1.');
    // Some templates write `value` for `content`.
    const content = element.getAttribute('content') ?? element.getAttribute('value');
    const value = content?.slice(0, MAX_VALUE_CHARS).trim() ?? '';
    if (value === '' || !TELLING.test(name)) continue;
    const values = tags.get(name);
    if (values === undefined) tags.set(name, [value]);
    else if (values.length < MAX_VALUES_PER_NAME) values.push(value);
  }
  return tags;
}

/** All values of the first of these names that has any. */
export function valuesOf(tags: MetaTags, ...names: readonly string[]): readonly string[] {
  return names.map((name) => tags.get(name)).find((values) => values !== undefined) ?? [];
}

/** The first value of the first of these names that has any; '' when there is none. */
export function valueOf(tags: MetaTags, ...names: readonly string[]): string {
  return valuesOf(tags, ...names)[0] ?? '';
}
