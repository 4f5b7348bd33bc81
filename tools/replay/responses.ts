import type { ReplayResponse } from './types';

/** A web page. */
export function html(
  body: string,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): ReplayResponse {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

/** A JSON body. */
export function json(value: unknown, status = 200): ReplayResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

/** A feed in XML. */
export function xml(body: string, type: 'atom' | 'rss', status = 200): ReplayResponse {
  return { status, headers: { 'content-type': `application/${type}+xml; charset=utf-8` }, body };
}

/** A plain text. */
export function text(body: string, status = 200): ReplayResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** A permanent redirect. */
export function redirect(location: string): ReplayResponse {
  return { status: 301, headers: { location }, body: '' };
}

/** Makes text safe inside HTML or XML, attributes included. */
export function escapeMarkup(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
