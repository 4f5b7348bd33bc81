/**
 * Every number that decides the order of related papers.
 *
 * Chosen on `citations-dev` and `groups-dev` (`npm run eval:related`) and on keywords that authors gave
 * (docs/related.md, "Figures"); each with the range in which those figures hardly change.
 */
export const WEIGHTS = {
  /** BM25 of the query's words, as a share of what the query would score against itself. Range 0.5 to 2. */
  words: 0.7,
  /** Saturation of repeated words in BM25. Range 0.9 to 1.6. */
  bm25K1: 1.2,
  /** How much a long text counts against a paper in BM25. Range 0.4 to 0.9. */
  bm25B: 0.75,
  /**
   * How far the query's vector is moved towards the papers that get cited (`ModelHeader.prior`). Range 1 to
   * 1.3; more helps citations alone.
   */
  prior: 1.15,
  /** The prior counts nothing in a feed of up to `priorFrom` papers, and fully from `priorFull` on. */
  priorFrom: 100,
  priorFull: 100_000,
  /** Closest papers whose mean vector is added to the query's (Rocchio 1971). Range 5 to 15. */
  feedbackPapers: 8,
  /** At most one in this many papers of the feed is used for it. */
  papersPerFeedback: 10,
  /** How much of that mean is added. Range 0.4 to 1. */
  feedback: 0.7,
  /** For each topic that both have, up to three. A tie-breaker: two topics outweigh 0.03 of cosine. */
  topic: 0.015,
  /** For each author that both have, up to three. */
  author: 0.02,
  /** For the same organisation. */
  organisation: 0.005,
  /** Components of the vectors that the scan of all papers compares: half of them. */
  roughDimensions: 64,
  /**
   * Share of the papers that the scan lets through, to be compared by all components: with it the first
   * twenty rows of the ranking stay the same. Range 0.03 to 0.05.
   */
  roughShare: 0.04,
  /**
   * The closest of them, compared by words too: as many as `roughShare` lets through, but no more than these
   * and no fewer than `candidates`. Range 500 to 2,500.
   */
  wordCandidates: 600,
  /** Papers that are ranked with feedback, topics and people. */
  candidates: 300,
  /** Below this share of the best score a paper is not worth a row. Range 0.3 to 0.5. */
  minCloseness: 0.4,
  /** How much a paper falls behind for being like one above it, at most, as a share of its score. */
  diversity: 0.12,
  /** From this cosine on two papers count as alike. */
  alikeCosine: 0.79,
} as const;

/** Shared topics or authors beyond this number add nothing. */
export const MAX_SHARED = 3;
