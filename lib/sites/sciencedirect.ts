import { compact } from '../model/compact';
import { parseDoi } from '../model/paper/ids';
import type { PaperMeta } from '../model/paper/page';
import { collapseSpace } from '../text/plain';
import { readMeta } from './meta/read-meta';
import { findAll, textOfFirst } from './pages/elements';
import { exactly, PDF, site } from './urls/define-site';

/** Elsevier's number of an article or chapter: `S2210271X18305656`, `B9780128012345000012`. */
const PII = /[SB]?[\dX]{15,}/;

/** Elsevier's journals and books: https://www.sciencedirect.com */
export const urls = site({
  id: 'sciencedirect',
  name: 'ScienceDirect',
  hosts: ['www.sciencedirect.com', 'reader.elsevier.com', 'pdf.sciencedirectassets.com'],
  pages: ['/science/*', '/reader/*', '/*/main.pdf*'],
  papers: () => [
    {
      example: 'https://www.sciencedirect.com/science/article/pii/S2210271X18305656',
      path: exactly`/science/(article|chapter(/[\w-]+)?)/((abs|am)/)?pii/${PII}(?<pdf>/pdf.*)?`,
    },
    {
      example: 'https://reader.elsevier.com/reader/sd/pii/S2210271X18305656?token=1',
      path: exactly`/(?<pdf>reader)/sd/pii/${PII}`,
    },
    {
      example:
        'https://pdf.sciencedirectassets.com/272000/1-s2.0-S2210271X18X00123/1-s2.0-S2210271X18305656/main.pdf?X-Amz-Date=1',
      path: exactly`/\d+/.+/1-s2\.0-${PII}/main${PDF}`,
    },
  ],
});

/** Layouts of the authors, of 2018 and later, and of 2012 to 2014. */
const NAMES = '#author-group .given-name, #author-group .surname'; // Seen 2024.
const NAMES_2012 = '.authorGroup a.authorName[data-ln]';

/** Reads an article of ScienceDirect, whose tags never name the authors, and were absent until about 2016. */
export function read(page: Document): PaperMeta | null {
  const meta = readMeta(page);
  const title = meta?.title ?? textOfFirst(page, 'h1.svTitle');
  if (title === '') return null;
  const abstract =
    textOfFirst(page, '#abstracts .abstract.author p, .abstract.svAbstract p') || meta?.abstract;
  return {
    categories: [],
    ...meta,
    title,
    authors: authorsOf(page),
    ids: meta?.ids ?? compact({ doi: doiInScript(page) }),
    ...compact({ abstract }),
  };
}

function authorsOf(page: Document): readonly string[] {
  const names: string[] = [];
  let given = '';
  for (const part of findAll(page, NAMES)) {
    const text = part.textContent ?? '';
    if (part.matches('.given-name')) given = text;
    else {
      names.push(collapseSpace(`${given} ${text}`));
      given = '';
    }
  }
  if (names.length > 0) return names;
  return findAll(page, NAMES_2012).map((link) =>
    collapseSpace(`${link.getAttribute('data-fn') ?? ''} ${link.getAttribute('data-ln') ?? ''}`),
  );
}

function doiInScript(page: Document) {
  const written = findAll(page, 'script:not([src])')
    .map(({ textContent }) => /SDM\.pm\.doi\s*=\s*'([^']+)'/.exec(textContent ?? '')?.[1])
    .find((doi) => doi !== undefined);
  return parseDoi(written ?? '') ?? undefined;
}
