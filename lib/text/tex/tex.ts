import { collapseSpace } from '../plain';
import { dropTexGroups, outsideMath } from './groups';
import { convertTexLetters } from './letters';

/**
 * Text-mode TeX as Unicode: `Schr\"odinger` is `Schrödinger`, `{\it Ab initio}` is `Ab initio`. White space
 * is collapsed.
 *
 * Accents, letters, escaped signs, dashes, ties, quotes, font commands and grouping braces are converted.
 * Mathematics (`$…$`, `\(…\)`, `\[…\]`) and every other command are left exactly as they are, and so is plain
 * text with stray braces, backslashes and dollar signs.
 *
 * Cost: linear in the length. Source: https://info.arxiv.org/help/prep.html (what authors may write in
 * arXiv's fields).
 */
export function texToUnicode(text: string): string {
  const isPlain = !/[\\{~`]|--/.test(text);
  if (isPlain) return collapseSpace(text);
  // A second pass stacks accents: the first makes `\'{\^a}` into `\'{â}`.
  const accented = outsideMath(outsideMath(text, convertTexLetters), convertTexLetters);
  return collapseSpace(dropTexGroups(outsideMath(accented, convertSigns)));
}

function convertSigns(text: string): string {
  return text
    .replace(/(?<=[^\s-])(-{2,3})(?=[^\s-])|(?<=\s)(-{2,3})(?=\s)/g, (_, tight, loose) =>
      (tight ?? loose).length === 2 ? '–' : '—',
    )
    .replace(TIE, ' ')
    .replace(/``([^`]*?)''/g, '“$1”');
}

/** Not the `~` of a URL, of "about" (`~10`) or of a range (`1~2`). */
const TIE = /(?<=[\p{L}.,;:)\]}])~(?=[\p{L}\p{N}(\\[{]|$)|(?<=\p{N})~(?=[\p{L}(\\[{]|$)|^~(?=[\p{L}(\\[{])/gu;
