import { collapseSpace } from '../../text/plain';

const MAX_NAME_CHARS = 200;

/** What may follow "Last, First" without being part of either: a generation, a degree, a kind of company. */
const SUFFIX = /^(?:jr|sr|i{2,3}|iv|ph\.?\s?d|m\.?d|inc|ltd|llc|gmbh)\.?$/i;

/**
 * Turns a name in either order into "First Last"; '' when nothing is left.
 *
 * `Author, First` is `First Author`, `Author, First, Jr.` and `Author, Jr., First` are `First Author, Jr.`;
 * names with more commas than that (a group, an address) stay as they are.
 */
export function personName(written: string): string {
  const name = collapseSpace(written.slice(0, MAX_NAME_CHARS)).replace(/[\s,;*†‡§]+$/, '');
  const parts = name.split(/\s*,\s*/);
  const suffixes = parts.slice(1).filter((part) => SUFFIX.test(part));
  const [last = '', first, ...others] = parts.filter((part) => !suffixes.includes(part));
  if (others.length > 0) return name;
  const inOrder = `${first ?? ''} ${last}`.trim();
  return [inOrder, ...suffixes].join(', ').replace(/, (?=I+V?$)/, ' ');
}

/** The names in one value: publishers separate them by `;`, some by `|`. */
export function splitNames(written: string): readonly string[] {
  return written
    .split(/[;|]/)
    .map(personName)
    .filter((name) => name !== '');
}
