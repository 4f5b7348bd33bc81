/**
 * The host of an ordinary web address, lower case; '' for every other URL.
 *
 * Ordinary: `http:` or `https:`, no user name, no port. Adapters compare it whole, so that
 * `arxiv.org.example.com` and `arxiv.org:8080` are nobody's pages.
 */
export function webHost(url: URL): string {
  const isOrdinary =
    /^https?:$/.test(url.protocol) && url.port === '' && url.username === '' && url.password === '';
  return isOrdinary ? url.hostname : '';
}

/** The path without percent-encoding and trailing slashes; as it is when the encoding is broken. */
export function webPath(url: URL): string {
  const path = url.pathname.replace(/\/+$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // No adapter's pattern matches a stray %.
  }
}
