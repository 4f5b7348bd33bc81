/**
 * True when a manifest match pattern covers a URL, as the browser decides it: `*` in the path stands for
 * anything, also over the query; ports and fragments do not count.
 *
 * Source: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function matchesPattern(pattern: string, url: URL): boolean {
  const [, scheme = '', host = '', path = ''] = /^([^:]+):\/\/([^/]*)(\/.*)$/.exec(pattern) ?? [];
  const isScheme = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  const isHost = host.startsWith('*.')
    ? `.${url.hostname}`.endsWith(host.slice(1))
    : host === '*' || url.hostname === host;
  return isScheme && isHost && globToRegExp(path).test(url.pathname + url.search);
}

function globToRegExp(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
