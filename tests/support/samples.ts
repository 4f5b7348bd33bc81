import { FACTS } from '../../lib/model/paper/facts';
import type { PaperFacts } from '../../lib/model/paper/paper';
import { SAVED, type SavedKinds, type SavedPaper } from '../../lib/model/saved';
import { arxivId, day, doi, NOW_MS, paperKey } from './builders';

/** A value of each kind; of an entry that was not removed. */
const SAMPLES: Omit<SavedKinds, 'facts'> = {
  ids: { arxiv: arxivId('2606.00001'), doi: doi('10.1000/sample') },
  title: 'A sample of every fact in the table',
  name: 'Institute of Samples',
  text: 'A text of some length.',
  link: 'https://example.org/sample',
  names: ['First Sample', 'Second Sample'],
  count: 7,
  day: day('2026-06-01'),
  key: paperKey('arxiv:2606.00001'),
  state: 'reading',
};

/** Facts with a value for every row of the table. */
export function everyFact(): PaperFacts {
  return fill(FACTS, SAMPLES) as PaperFacts; // A value of its kind for each fact.
}

/** An entry with a value for every row of the table but the mark of a removal. */
export function everySaved(): SavedPaper {
  const { removedAtMs: _, ...table } = SAVED;
  const entry = fill(table, { ...SAMPLES, facts: everyFact() });
  return { ...entry, savedAtMs: NOW_MS, changedAtMs: NOW_MS } as SavedPaper; // As above.
}

function fill(
  table: Readonly<Record<string, { readonly kind: string }>>,
  samples: Readonly<Record<string, unknown>>,
): object {
  return Object.fromEntries(
    Object.entries(table).map(([field, { kind }]) => [field, samples[kind.replace('?', '')]]),
  );
}
