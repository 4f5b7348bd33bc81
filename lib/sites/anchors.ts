import type { Anchor } from './types';

const SEEN = '2026-11-26';
/** The platform of Springer Nature: one layout for its journals. */
const SPRINGER_NATURE = [{ selector: '.c-article-title', seen: SEEN }];

/**
 * Where the annotation goes on optional sites: below title or authors, where the style sheet of
 * `entrypoints/annotate` reserves a line. Seen on saved pages. All other sites have the slim tab on the
 * edge.
 */
export const ANCHORS: Readonly<Partial<Record<string, readonly Anchor[]>>> = {
  aclanthology: [{ selector: '#title + .lead', seen: SEEN }],
  bmc: SPRINGER_NATURE,
  nature: SPRINGER_NATURE,
  plos: [{ selector: '#artTitle', seen: SEEN }],
  pmc: [{ selector: '.front-matter hgroup', seen: SEEN }],
  pmlr: [{ selector: '.authors + #info', seen: SEEN }],
  springer: SPRINGER_NATURE,
};
