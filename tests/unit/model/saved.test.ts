import { describe, expect, it } from 'vitest';
import {
  isKept,
  mergeSaved,
  nextChangeMs,
  SAVED,
  type SavedPaper,
  savedStateOf,
  type SavedTable,
  toFileEntry,
} from '../../../lib/model/saved';
import { NO_FACTS } from '../../../lib/model/paper/facts';
import { arxivId, doi, facts, NOW_MS, paperKey, savedPaper } from '../../support/builders';
import { everyFact, everySaved } from '../../support/samples';

const LATER_MS = NOW_MS + 1000;

describe('SAVED', () => {
  it('does not compile with a field missing or undecided', () => {
    const { state, ...others } = SAVED;
    const { onImport: _, ...undecided } = state;
    // @ts-expect-error A field has no row.
    others satisfies SavedTable<SavedPaper>;
    // @ts-expect-error A new field of an entry has no row.
    SAVED satisfies SavedTable<SavedPaper & { readonly unheardOf?: string }>;
    // @ts-expect-error A row leaves a question open.
    ({ ...SAVED, state: undecided }) satisfies SavedTable<SavedPaper>;
    // @ts-expect-error A state is no text.
    ({ ...SAVED, state: { ...state, kind: 'text' } }) satisfies SavedTable<SavedPaper>;
    expect(isKept(everySaved())).toBe(true);
  });
});

describe('mergeSaved', () => {
  /** A paper of which a page knows only the id. */
  const bare: SavedPaper = {
    ...everySaved(),
    paper: { ...NO_FACTS, ids: everyFact().ids },
    state: 'done',
    changedAtMs: LATER_MS,
  };

  it('keeps every field of an entry that is saved again', () => {
    expect(mergeSaved('onSave', everySaved(), bare, LATER_MS)).toEqual({
      ...everySaved(),
      state: 'done',
      changedAtMs: LATER_MS,
    });
  });

  it('takes every field of an imported entry but the key', () => {
    const known: SavedPaper = { ...bare, removedAtMs: NOW_MS };
    expect(mergeSaved('onImport', known, everySaved(), LATER_MS)).toEqual({
      ...everySaved(),
      changedAtMs: LATER_MS + 1,
    });
  });
});

describe('toFileEntry', () => {
  it('has every field but the mark of a removal', () => {
    expect(toFileEntry({ ...everySaved(), removedAtMs: NOW_MS })).toEqual(everySaved());
  });
});

describe('nextChangeMs', () => {
  it.each([
    ['now', LATER_MS, LATER_MS],
    ['after the last change when the clock moved back', NOW_MS - 1000, NOW_MS + 1],
  ])('is %s', (_, nowMs, expected) => {
    expect(nextChangeMs(everySaved(), nowMs)).toBe(expected);
  });
});

describe('savedStateOf', () => {
  it('names a saved paper by every key that identifies it, each once', () => {
    const paper = facts({ ids: { arxiv: arxivId('2606.00001'), doi: doi('10.1000/x') }, title: 'Notes' });
    const entry = savedPaper({ key: paperKey('arxiv:2606.00001'), paper, state: 'done' });
    expect(savedStateOf(entry)).toEqual({ keys: ['arxiv:2606.00001', 'doi:10.1000/x'], state: 'done' });
  });
});
