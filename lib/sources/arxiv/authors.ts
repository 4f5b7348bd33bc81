import { collapseSpace } from '../../text/plain';

/**
 * The names in a `dc:creator` field: one string, separated by commas.
 *
 * Affiliations in parentheses are dropped, whatever commas they hold, and a `Jr.` stays with its name.
 *
 * Cost: linear in the length.
 */
export function splitAuthors(creators: string): readonly string[] {
  const names: string[] = [];
  for (const part of withoutAffiliations(creators).split(',')) {
    const name = collapseSpace(part);
    if (/^(?:jr|sr|ii|iii|iv)\.?$/i.test(name) && names.length > 0) names.push(`${names.pop()}, ${name}`);
    else if (name !== '') names.push(name);
  }
  return names;
}

/** Parentheses that do not balance are no affiliations: then only the signs themselves go. */
function withoutAffiliations(text: string): string {
  let depth = 0;
  let outside = '';
  for (const char of text) {
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (depth === 0) outside += char;
    if (depth < 0) break;
  }
  return depth === 0 ? outside : text.replace(/[()]/g, ' ');
}
