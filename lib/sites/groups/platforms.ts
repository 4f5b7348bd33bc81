import { exactly, LONG_DOI } from '../urls/define-site';
import type { Layout } from '../types';

/*
 * The forms of URLs that publishers share because they rent the same platform. Each function takes an example
 * on the publisher's own host for each form.
 */

/**
 * What is no paper though it has a DOI: books (an ISBN alone, `bk-2020-1`), journals, short DOIs of test
 * data.
 */
const NO_PAPER = /10\.5555\/\d+$|10\.\d+\/(?:97[89]\d{10}|bk-\d+-\d+)$|.*\(ISSN\)/;

/** Atypon: `/doi/10.1145/1`, `/doi/pdf/10.1145/1`. `/doi/book/…` and `/toc/…` are listings. */
export function atypon(example: string): readonly Layout[] {
  const view = /abs|full(?:html)?|figure|ref|references|citedby|epub|reader|(?<pdf>e?pdf(?:plus|direct)?)/;
  const section = /\/abstract|\/full|\/summary|\/references|\/pdf/;
  return [{ example, path: exactly`/doi/((${view})/)?(?!${NO_PAPER})${LONG_DOI}(${section})?` }];
}

/** HighWire's end of a URL: `.full.pdf`, `.abstract`, `/tab-figures-data`; `/rr` are readers' responses. */
export const SECTION = /(?<pdf>\.full\.pdf)?(?:[.+][a-z.+-]+|\/(?!rr)[a-z-]+)?/;

/** HighWire: by volume, issue and page, or by the day it was online. Volume and issue alone are an issue. */
export function highwire(example: string): readonly Layout[] {
  const inIssue = /\d+\/[\w-]+\/\w*\d\w*/;
  const early = /early(?:\/\d+){3}\/[\w-]+/;
  return [{ example, path: exactly`/content/([a-z]+/)?(${early}|${inIssue})${SECTION}` }];
}

/** The preprints of Cold Spring Harbor, on HighWire: by DOI and, in older links, by the day it was online. */
export function rxiv(byDoi: string, byDay: string): readonly Layout[] {
  return [
    {
      example: byDoi,
      path: exactly`/content/(?<doi>10\.\d{4,9}/\d[\d.]*\d)(v(?<version>\d+))?${SECTION}`,
    },
    {
      example: byDay,
      path: exactly`/content/(\w+/)?early(/\d+){3}/(?<id>\d[\d.]*\d)${SECTION}`,
      doi: ({ id }) => `10.1101/${id}`,
    },
  ];
}

/** Silverchair: `/bib/advance-article/doi/10.1093/bib/bbac1/65`, `/isq/article/64/2/419/5808900`. */
export function silverchair(byDoi: string, byIssue: string): readonly Layout[] {
  return [
    {
      example: byDoi,
      path: exactly`(/\w+){1,2}/(advance-)?article(-abstract|-lookup|(?<pdf>-pdf))?/doi/${LONG_DOI}(/\d{4,}.*)?`,
    },
    {
      example: byIssue,
      path: exactly`(/\w+){1,2}/(advance-)?article(-abstract|(?<pdf>-pdf))?/(?!doi/)\w[^/]*/.+`,
    },
  ];
}
