/** For a category that is not named below: the median of arXiv's. */
const USUAL = 15;

/** The categories that are far from the usual. */
const PER_LIST: Readonly<Record<string, number>> = {
  'astro-ph.GA': 40,
  'astro-ph.HE': 35,
  'cond-mat.mes-hall': 40,
  'cond-mat.mtrl-sci': 50,
  'cs.AI': 280,
  'cs.CL': 160,
  'cs.CR': 60,
  'cs.CV': 180,
  'cs.CY': 40,
  'cs.HC': 45,
  'cs.IR': 40,
  'cs.IT': 35,
  'cs.LG': 300,
  'cs.MA': 30,
  'cs.NA': 30,
  'cs.RO': 80,
  'cs.SE': 55,
  'eess.IV': 30,
  'eess.SP': 40,
  'eess.SY': 40,
  'gr-qc': 45,
  'hep-ph': 55,
  'hep-th': 50,
  'math-ph': 30,
  'math.AP': 40,
  'math.CO': 35,
  'math.NA': 30,
  'math.OC': 35,
  'quant-ph': 90,
  'stat.ML': 60,
};

/**
 * Papers that arXiv lists in a category on a weekday, cross-lists included: a round figure of 2025, good for
 * a first estimate only. What the feed itself has seen is better.
 */
export function usualPapersPerList(category: string): number {
  return PER_LIST[category] ?? USUAL;
}
