import { paperUrl } from './links';
import type { PaperFacts } from './paper';

/**
 * One BibTeX entry: `@misc` with `eprint` for arXiv papers, with `doi` and `url` for others.
 *
 * Letters beyond ASCII are left as they are (BibTeX 0.99d copies them, biber reads them); TeX's special
 * characters are escaped, mathematics is kept, words with inner capitals are braced against style files that
 * lower the case of titles. Unknown fields are left out.
 *
 * Source: https://info.arxiv.org/help/hypertex/bibstyles/index.html
 */
export function toBibtex(paper: PaperFacts): string {
  const { ids, publishedOn } = paper;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', braced(texTitle(paper.title))],
    ['author', authorField(paper)],
    ['year', braced(yearOf(paper))],
    ['month', publishedOn === undefined ? undefined : MONTHS[Number(publishedOn.slice(5, 7)) - 1]],
    ['eprint', braced(ids.arxiv)],
    ['archivePrefix', ids.arxiv === undefined ? undefined : '{arXiv}'],
    ['primaryClass', ids.arxiv === undefined ? undefined : braced(paper.categories[0])],
    ['doi', braced(ids.doi)],
    ['url', braced(paperUrl(ids) ?? undefined)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name.padEnd(13)} = ${value}`],
  );
  return `@misc{${citationKey(paper)},\n${lines.join(',\n')}\n}\n`;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Words without meaning at the beginning of a title. */
const DULL_WORDS = new Set('a an the on in of for to from with towards toward is are can do does'.split(' '));

/** The form that Google Scholar and most reference managers make: `author2026word`. */
function citationKey(paper: PaperFacts): string {
  const lastName = ascii(paper.authors[0]?.trim().split(/\s+/).at(-1) ?? ''); // No author: the word alone names it.
  const words = paper.title.split(/[\s\-–—:/]+/).map(ascii);
  const word = words.find((candidate) => candidate.length > 1 && !DULL_WORDS.has(candidate)) ?? '';
  const key = `${lastName}${yearOf(paper) ?? ''}${word}`;
  return key === '' ? 'paper' : key;
}

/** The year of the first version; arXiv ids carry it too. */
function yearOf({ ids, publishedOn }: PaperFacts): string | undefined {
  if (publishedOn !== undefined) return publishedOn.slice(0, 4);
  const digits = ids.arxiv?.split('/').at(-1)?.slice(0, 2); // No arXiv id: the year is unknown.
  return digits === undefined ? undefined : `${Number(digits) >= 91 ? '19' : '20'}${digits}`;
}

function authorField({ authors, authorCount, organisation }: PaperFacts): string | undefined {
  if (authors.length === 0) return organisation === undefined ? undefined : `{{${escapeTex(organisation)}}}`;
  const names = authors.map((name) =>
    // A comma or an "and" inside one name would split it.
    /,|\band\b/i.test(name) ? `{${escapeTex(name)}}` : escapeTex(name),
  );
  return braced([...names, ...(authorCount > authors.length ? ['others'] : [])].join(' and '));
}

/** `$…$`, distinguished from prices as in pandoc: no space inside the signs, no digit after the last. */
const MATH = /(\$(?!\s)(?:\\.|[^$\\])*?[^\s\\]\$(?!\d))/;

function texTitle(title: string): string {
  const parts = title.split(MATH);
  return parts
    .map((part, index) => (index % 2 === 1 && isBalanced(part) ? part : protectCapitals(escapeTex(part))))
    .join('');
}

/** Braces every word with a capital or digit after its first letter: `BERT`, `ConvNet`, `GPT4`. */
function protectCapitals(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}\\])\p{L}[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*(?![\p{L}\p{N}{])/gu,
    (word) => `{${word}}`,
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces even after a backslash, so `\{` would end a field too late.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}~^&%$#_]/g, (sign) => ESCAPES[sign] ?? `\\${sign}`); // Signs not in the table take a backslash.
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text.replace(/\\./g, '')) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (depth < 0) return false;
  }
  return depth === 0 && !/\\[{}]/.test(text); // Escaped braces count for BibTeX; such formulas are escaped whole.
}

function braced(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : `{${text}}`;
}

function ascii(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
