import { availableParallelism } from 'node:os';
import { valuesOf } from '../../command-line';
import { SETTING_NAMES, SETTINGS, type SettingName, trainingSettings } from './settings';

/** What was asked for; `TRAIN_USAGE` describes it. The result does not depend on the number of threads. */
export type TrainOptions = ReturnType<typeof readTrainOptions>;

const DEFAULT_OUT = 'public/model/words.bin';

/** How the program is called, with every setting and its default. */
export const TRAIN_USAGE = `npm run train:model -- --papers FILE --citations FILE [options]
  --papers FILE         papers, .jsonl or .jsonl.gz: {"key", "title", "abstract"} a line
  --citations FILE      cited papers, .jsonl or .jsonl.gz: {"query": {"title", "abstract"}, "cited": [key]} a line
  --out FILE            where the model goes (${DEFAULT_OUT})
  --threads N           threads that compute (all cores)
${SETTING_NAMES.map((name) => `  --${`${kebab(name)} N`.padEnd(20)}${SETTINGS[name].help} (${SETTINGS[name].value})`).join('\n')}`;

/** Reads the options. Errors: an `Error` in words for an unknown, missing or impossible one. */
export function readTrainOptions(args: readonly string[]) {
  const names = ['papers', 'citations', 'out', 'threads', ...SETTING_NAMES.map(kebab)];
  const values = valuesOf(args, Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])));
  const textOf = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const [papers, citations] = [textOf('papers'), textOf('citations')];
  if (papers === undefined || citations === undefined)
    throw new Error('--papers and --citations are needed.');
  const changed = SETTING_NAMES.flatMap((name) => {
    const value = textOf(kebab(name));
    return value === undefined ? [] : [[name, readSetting(name, value)] as const];
  });
  return {
    papers,
    citations,
    out: textOf('out') ?? DEFAULT_OUT,
    threads: readNumber('threads', textOf('threads') ?? String(availableParallelism()), 1, 64, 1),
    settings: trainingSettings(Object.fromEntries(changed)),
  };
}

function readSetting(name: SettingName, text: string): number {
  const { min, max, step } = SETTINGS[name];
  return readNumber(kebab(name), text, min, max, step);
}

function readNumber(name: string, text: string, min: number, max: number, step: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= min && value <= max && (step === 0 || value % step === 0)) return value;
  const kind = step === 0 ? 'number' : step === 1 ? 'whole number' : `multiple of ${step}`;
  throw new Error(`--${name} must be a ${kind} from ${min} to ${max}, not “${text}”.`);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
