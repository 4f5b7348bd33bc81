/** The match pattern of every ordinary web page: what "all other sites" asks for. */
export const ALL_SITES = '*://*/*';

/** The host of a match pattern: `*://arxiv.org/abs/*` → `arxiv.org`; `*.host` and `*` stay as they are. */
export function hostOf(pattern: string): string {
  return /^[^:]+:\/\/([^/]*)\//.exec(pattern)?.[1] ?? '';
}

/** True when a host is the one that a pattern names: `arxiv.org`, or `*.bmj.com` with everything below it. */
export function isOnHost(hostname: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? `.${hostname}`.endsWith(pattern.slice(1)) : hostname === pattern;
}

/** Permissions are granted by host, independent of the path: `*://arxiv.org/abs/*` → `*://arxiv.org/*`. */
function originOf(pattern: string): string {
  return pattern.replace(/^([^:]+:\/\/[^/]+)\/.*$/, '$1/*');
}

/** The origins to request so that scripts may run on these match patterns: each once, sorted. */
export function originsOf(patterns: readonly string[]): readonly string[] {
  return [...new Set(patterns.map(originOf))].toSorted();
}

/**
 * True when the granted origins let us run on the `https:` pages of a host (a name, or `*.name` with all
 * below it).
 *
 * In the browser's own dialogs a reader can grant more than we asked for ("on all sites") or less (`https:`
 * only).
 */
export function isHostGranted(host: string, granted: readonly string[]): boolean {
  return granted.some((origin) => {
    if (origin === '<all_urls>') return true;
    if (!/^(?:\*|https):/.test(origin)) return false;
    const pattern = hostOf(origin);
    if (pattern === '*' || pattern === host) return true;
    return pattern.startsWith('*.') && isOnHost(host.replace(/^\*\./, ''), pattern);
  });
}

/** True when the reader allowed every site. */
export function areAllGranted(granted: readonly string[]): boolean {
  return isHostGranted('*', granted);
}
