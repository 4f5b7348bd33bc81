/** One setting of the training: its default, the values that it may take, and what it does. */
interface Setting {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** The value must be a multiple of this; 0 for any number. */
  readonly step: number;
  readonly help: string;
}

function whole(value: number, min: number, max: number, help: string, step = 1): Setting {
  return { value, min, max, step, help };
}

function real(value: number, min: number, max: number, help: string): Setting {
  return { value, min, max, step: 0, help };
}

/** The kernels read eight numbers, and take eight rows, at a time. */
export const KERNEL_STEP = 8;

/**
 * All settings of the training. On the command line they are kebab-case: `--learning-rate 0.02`.
 *
 * What was tried, with figures: docs/related.md, “What was tried”.
 */
export const SETTINGS = {
  seed: whole(1, 0, 2 ** 31 - 1, 'start of every random choice; the same seed gives the same bytes'),
  dimensions: whole(256, 8, 512, 'components of a vector', KERNEL_STEP),
  keptDimensions: whole(
    128,
    8,
    512,
    'components that are kept, along the axes on which papers differ most',
    KERNEL_STEP,
  ),
  words: whole(19_500, 1, 65_000, 'rows for the most frequent words (word ids have 16 bits)'),
  phrases: whole(1500, 0, 200_000, 'rows for the most frequent phrases of two words'),
  buckets: whole(512, 0, 200_000, 'rows for the letter groups of all other words'),
  titleWeight: whole(2, 1, 10, 'how often a word of the title counts'),
  rarity: real(0.5, 0, 2, 'power of a row’s inverse document frequency in its length at the start'),
  epochs: real(2, 0.001, 200, 'passes over the papers as text pairs; other pairs come on top'),
  batch: whole(1024, 8, 8192, 'pairs in a batch; each is the others’ wrong answer', KERNEL_STEP),
  temperature: real(0.05, 0.015, 1, 'what similarities are divided by before the softmax'),
  symmetry: real(0.5, 0, 1, 'share of the loss that asks from right to left'),
  learningRate: real(0.02, 1e-5, 1, 'step of Adam at the start'),
  finalRate: real(0.05, 0, 1, 'step at the end, as a share of the first'),
  dropout: real(0.15, 0, 0.9, 'share of the rows left out of each text, in every batch'),
  titlePairs: real(
    0.5,
    0,
    1,
    'share of text pairs that are (title, abstract); the rest are (title and first part, rest)',
  ),
  citationShare: real(0.2, 0, 0.9, 'share of batches of (citing, cited) pairs among those and text pairs'),
  citationDropout: real(0.3, 0, 0.9, 'share of the rows left out, on top, in batches of citations'),
  negatives: whole(
    1024,
    0,
    8192,
    'papers of the whole corpus as further wrong answers for citations',
    KERNEL_STEP,
  ),
  priorRate: real(
    0.003,
    0,
    1,
    'learning rate of the direction of cited papers, added to a citing one’s vector; 0 for none',
  ),
  alikeBatches: whole(
    32,
    1,
    64,
    'batches of text pairs that are sorted so that each is of papers alike; 1 leaves them mixed',
  ),
  hardNegatives: whole(
    1,
    0,
    4,
    'papers for each citation that look related but are not cited, as wrong answers',
  ),
  hardFrom: whole(5, 0, 1000, 'first rank of those, among what the vectors find'),
  hardTo: whole(200, 1, 5000, 'last rank of those'),
  popularity: real(1, 0, 2, 'how far often cited papers are excused as wrong answers (power of the count)'),
  coCitedShare: real(
    0,
    0,
    2,
    'batches of (cited, cited by the same paper) pairs, as a share of those of text pairs',
  ),
} as const satisfies Record<string, Setting>;

/** Name of a setting. */
export type SettingName = keyof typeof SETTINGS;

/** A value for each setting. */
export type TrainingSettings = Readonly<Record<SettingName, number>>;

/** The names of the settings, in the order of the table. */
export const SETTING_NAMES = Object.keys(SETTINGS) as readonly SettingName[]; // Keys of a constant table.

/** The defaults, with some changed. */
export function trainingSettings(changed: Partial<TrainingSettings> = {}): TrainingSettings {
  const values = SETTING_NAMES.map((name) => [name, changed[name] ?? SETTINGS[name].value]);
  return Object.fromEntries(values) as TrainingSettings; // One value for each name, from the table.
}
