/**
 * The host of an ordinary web address, lower case; '' for every other URL.
 *
 * Ordinary means `http:` or `https:`, no user name, no port. Sites compare the whole host, so
 * `arxiv.org.example.com` and `arxiv.org:8080` belong to none.
 */
export function webHost(url: URL): string {
  const isOrdinary =
    /^https?:$/.test(url.protocol) && url.port === '' && url.username === '' && url.password === '';
  return isOrdinary ? url.hostname : '';
}

/** The path without percent-encoding and trailing slashes; unchanged when the encoding is broken. */
export function webPath(url: URL): string {
  const path = url.pathname.replace(/\/+$/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // No site's pattern matches a stray %.
  }
}
