import { findAll } from '../pages/elements';

/** What a page's JSON-LD says about the work it shows. */
export interface JsonLdWork {
  /**
   * `paper`: certainly one; `work`: an article or report of any kind; `other`: a data set, a program, a news
   * item …, which the page's meta tags may still describe like a paper.
   */
  readonly kind: 'paper' | 'work' | 'other';
  /** Missing parts are ''. Texts may hold markup. */
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
  /** Candidates for a DOI, most likely first. */
  readonly identifiers: readonly string[];
  readonly date: string;
}

/** Limits against hostile pages. */
const MAX_SCRIPTS = 20;
const MAX_NODES = 1000;
const MAX_JSON_CHARS = 500_000;

/** If a page is several things, the first of these wins. */
const KINDS: readonly (readonly [JsonLdWork['kind'], RegExp])[] = [
  ['paper', /^(?:(?:medical)?scholarlyarticle|thesis|chapter)$/i],
  [
    'other',
    /^(?:data(?:set|catalog|feed)|software\w*|\w*newsarticle|\w*blog\w*|collection\w*|\w*event|course|product|book|periodical|publication\w+|presentation\w*|learningresource|(?:image|video|audio)object|podcast\w*|search\w+|profilepage|webapplication|discussion\w+|qapage|recipe)$/i,
  ],
  ['work', /^(?:article|report|techarticle)$/i],
];

/** The second is Semantic Scholar's. */
const SCRIPTS = 'script[type="application/ld+json" i], script.schema-data';

/** What a page's JSON-LD says about the work it shows, null when it describes none. */
export function readJsonLd(page: Document): JsonLdWork | null {
  return mainWork(readWorks(page));
}

/**
 * The first paper, else the first work that is certainly not a paper, else the first other article, else
 * null.
 */
export function mainWork(works: readonly JsonLdWork[]): JsonLdWork | null {
  return KINDS.flatMap(([kind]) => works.find((work) => work.kind === kind) ?? [])[0] ?? null;
}

/**
 * All that a page's JSON-LD describes, papers and others.
 *
 * Looks into arrays, `@graph` and `mainEntity`, not into references or parts. Skips scripts that are not
 * JSON, or very long: many pages have one.
 */
export function readWorks(page: Document): readonly JsonLdWork[] {
  const nodes: unknown[] = findAll(page, SCRIPTS)
    .slice(0, MAX_SCRIPTS)
    .map((script) => parseJson(script.textContent ?? ''));
  const works: JsonLdWork[] = [];
  for (let index = 0; index < nodes.length && index < MAX_NODES; index += 1) {
    const node = nodes[index];
    if (Array.isArray(node)) nodes.push(...node.slice(0, MAX_NODES));
    if (!isRecord(node)) continue;
    const types = textsOf(node['@type']).map((type) => type.replace(/^.*[/:]/, ''));
    const kind = KINDS.find(([, name]) => types.some((type) => name.test(type)))?.[0];
    if (kind !== undefined) works.push(workOf(node, kind));
    nodes.push(node['@graph'], node['mainEntity']);
  }
  return works;
}

function workOf(node: Record<string, unknown>, kind: JsonLdWork['kind']): JsonLdWork {
  return {
    kind,
    title: textsOf(node['headline'], node['name'])[0] ?? '',
    authors: textsOf(node['author'], node['creator']),
    abstract: textsOf(node['abstract'], node['description'])[0] ?? '',
    identifiers: textsOf(node['identifier'], node['sameAs'], node['@id'], node['url']),
    date: textsOf(node['datePublished'])[0] ?? '',
  };
}

/** The texts in values, each of which may be a text, an object with a name or a value, or an array of those. */
function textsOf(...values: readonly unknown[]): readonly string[] {
  return values.flat().flatMap((value) => {
    const text = typeof value === 'string' ? value : isRecord(value) ? textOf(value) : '';
    return text.trim() === '' ? [] : text;
  });
}

function textOf(node: Record<string, unknown>): string {
  const parts = [node['givenName'], node['familyName']].filter((part) => typeof part === 'string');
  const text = node['name'] ?? node['value'] ?? node['@value'] ?? parts.join(' ');
  return typeof text === 'string' ? text : '';
}

/** The value of a JSON text; null when it is not JSON, which is common on pages and means nothing. */
export function parseJson(text: string): unknown {
  if (text.length > MAX_JSON_CHARS) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** True for objects that are not arrays. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
