import { findAll } from '../shared/find';

/** What a page's JSON-LD says about the work it shows. */
export interface JsonLdWork {
  /**
   * `other`: a data set, a program, a news item …, which the page's meta tags may still describe like a
   * paper.
   */
  readonly kind: 'article' | 'other';
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
const MAX_SCRIPT_CHARS = 500_000;
const MAX_NODES = 1000;

const ARTICLE = /^(?:(?:medical)?scholarlyarticle|techarticle|report|thesis|chapter)$/i;
const OTHER = /^(?:dataset|software\w*|newsarticle|blogposting|collection\w*|event|course|product)$/i;

/**
 * The first scholarly article that a page's JSON-LD describes, else the first thing that is certainly none,
 * else null.
 *
 * Looks into arrays, `@graph` and `mainEntity`, not into references or parts. Scripts that are no JSON, or
 * very long, are passed over: many pages have one.
 */
export function readJsonLd(page: Document): JsonLdWork | null {
  const nodes: unknown[] = findAll(page, 'script[type="application/ld+json" i]')
    .slice(0, MAX_SCRIPTS)
    .map((script) => parseJson(script.textContent ?? ''));
  let other: JsonLdWork | null = null;
  for (let index = 0; index < nodes.length && index < MAX_NODES; index += 1) {
    const node = nodes[index];
    if (Array.isArray(node)) nodes.push(...node.slice(0, MAX_NODES));
    if (!isRecord(node)) continue;
    const types = textsOf(node['@type']).map((type) => type.replace(/^.*[/:]/, ''));
    if (types.some((type) => ARTICLE.test(type))) return workOf(node, 'article');
    if (types.some((type) => OTHER.test(type))) other ??= workOf(node, 'other');
    nodes.push(node['@graph'], node['mainEntity']);
  }
  return other;
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

/** The texts in values that may be a text, an object that names or values something, or an array of those. */
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

function parseJson(text: string): unknown {
  if (text.length > MAX_SCRIPT_CHARS) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null; // Broken JSON-LD is common and says nothing about the page.
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
