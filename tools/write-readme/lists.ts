import type { Site } from '../../lib/sites/types';
import type { SourceDescription } from '../../lib/sources/types';

/** README's lines are about that long. */
const MAX_LINE_CHARS = 120;

/** What README says of a site. */
export type ListedSite = Pick<Site, 'access' | 'name'>;
/** What README says of a source. */
export type ListedSource = Pick<SourceDescription, 'fields' | 'lists' | 'name' | 'past'>;

/**
 * README with its two lists written anew, each between its comments: the optional sites and the sources.
 *
 * Errors: throws when a comment is missing.
 */
export function withLists(
  readme: string,
  sites: readonly ListedSite[],
  sources: readonly ListedSource[],
): string {
  return between(between(readme, 'sites', siteList(sites)), 'sources', sourceList(sources));
}

function between(text: string, list: string, written: string): string {
  const parts = text.split(new RegExp(`(<!-- ${list}:.*?-->|<!-- end of ${list} -->)`));
  if (parts.length !== 5)
    throw new Error(`README.md lacks "<!-- ${list}: … -->" or "<!-- end of ${list} -->".`);
  return parts.with(2, `\n\n${written}\n\n`).join('');
}

function siteList(sites: readonly ListedSite[]): string {
  const names = sites.filter(({ access }) => access === 'optional').map(({ name }) => name);
  const sorted = names.toSorted((a, b) => a.localeCompare(b, 'en'));
  return wrap(`${names.length} more sites work once you allow them: ${sorted.join(', ')}.`);
}

function sourceList(sources: readonly ListedSource[]): string {
  return sources
    .map(({ name, fields, lists, past }) => {
      const what = fields === undefined ? 'all of it' : `the ${fields.plural} you choose`;
      return `- **${name}**: ${what}; ${Object.values(lists).join(', ').toLowerCase()}; ${pastOf(past)}.`;
    })
    .join('\n');
}

function pastOf(past: ListedSource['past']): string {
  if (past === undefined) return 'from now on';
  return past.kind === 'history' ? `back to ${past.firstOn}` : 'back as many months as you ask for';
}

/** Breaks a text into lines of at most `MAX_LINE_CHARS`. */
function wrap(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > MAX_LINE_CHARS) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines.join('\n');
}
