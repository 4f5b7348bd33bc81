import type { Mirror } from '../../db/saved';
import type { OpenDatabase } from '../../db/open';
import { AppError } from '../../errors';
import { report } from '../../log';
import type { ImportResult, ReadingList } from '../../messages/protocol';
import {
  isKept,
  mergeSaved,
  nextChangeMs,
  type ReadingState,
  type SavedPaper,
  type SavedState,
  savedStateOf,
} from '../../model/saved';
import { type Identifiable, identityKeys, paperKeyOf } from '../../model/paper/identity';
import type { PaperFacts, PaperKey } from '../../model/paper/paper';
import { formatReadingFile, parseReadingFile } from '../../reading-list/file';
import { mergeImport } from '../../reading-list/merge';
import { createSavedCopies } from './saved-copies';

export interface ReadingListOptions {
  readonly open: OpenDatabase;
  readonly mirror: Mirror;
  /** Ms since epoch. */
  readonly now: () => number;
  /** Called after each change. */
  readonly onChange: () => Promise<void>;
}

export type ReadingListService = ReturnType<typeof createReadingList>;

/** The reader's saved papers, kept in two copies (saved-copies.ts). Errors: `storage` when neither works. */
export function createReadingList({ open, mirror, now, onChange }: ReadingListOptions) {
  const copies = createSavedCopies({ open, mirror, now });

  async function kept(): Promise<readonly SavedPaper[]> {
    return (await copies.read()).filter(isKept);
  }

  async function write(changed: readonly SavedPaper[]): Promise<void> {
    if (changed.length === 0) return;
    await copies.write(changed);
    await tellChange();
  }

  async function tellChange(): Promise<void> {
    try {
      await onChange();
    } catch (error) {
      report('reading list: the change was not announced', error); // It is stored anyway.
    }
  }

  async function change(key: PaperKey, edit: (entry: SavedPaper) => SavedPaper): Promise<void> {
    // A page may know the paper by another of its keys than the one it was saved under.
    const entry = (await copies.read()).find(
      (candidate) => candidate.key === key || identityKeys(candidate.paper).includes(key),
    );
    if (entry !== undefined) await write([edit(entry)]);
  }

  /** Gives the number only once: then the reader has been told. */
  async function takeRestored(): Promise<number> {
    try {
      const restored = await mirror.readRestored();
      if (restored > 0) await mirror.writeRestored(0);
      return restored;
    } catch (error) {
      report('reading list: the number of restored entries is unknown', error);
      return 0;
    }
  }

  return {
    /** Saved papers, last saved first, and how many a repair brought back since the last call. */
    async list(): Promise<ReadingList> {
      const papers = (await kept()).toSorted((a, b) => b.savedAtMs - a.savedAtMs);
      return { papers, restored: await takeRestored() };
    },

    count: async (): Promise<number> => (await kept()).length,

    /** The states of all saved papers. */
    async states(): Promise<readonly SavedState[]> {
      return (await kept()).map(savedStateOf);
    },

    /** True when the work is saved, whichever of its ids the record has. */
    async isSaved(record: Identifiable): Promise<boolean> {
      const keys = new Set(identityKeys(record));
      return (await kept()).some((entry) => savedStateOf(entry).keys.some((key) => keys.has(key)));
    },

    /**
     * Saves a paper, or changes the state of a saved one and adds new facts. Errors: `not-a-paper` when
     * nothing identifies it.
     */
    async save(paper: PaperFacts, state: ReadingState): Promise<SavedPaper> {
      const key = paperKeyOf(paper);
      if (key === null) throw new AppError('not-a-paper', 'The record has neither id nor title and author.');
      const keys = new Set(identityKeys(paper));
      const known = (await copies.read()).find(
        (entry) => keys.has(entry.key) || identityKeys(entry.paper).some((own) => keys.has(own)),
      );
      const nowMs = now();
      const given: SavedPaper = { key, paper, state, savedAtMs: nowMs, changedAtMs: nowMs };
      const entry = known === undefined ? given : mergeSaved('onSave', known, given, nowMs);
      await write([entry]);
      return entry;
    },

    async remove(key: PaperKey): Promise<void> {
      await change(key, (entry) => ({
        ...entry,
        changedAtMs: nextChangeMs(entry, now()),
        removedAtMs: now(),
      }));
    },

    async restore(key: PaperKey): Promise<void> {
      await change(key, ({ removedAtMs: _, ...entry }) => ({
        ...entry,
        changedAtMs: nextChangeMs(entry, now()),
      }));
    },

    async export(): Promise<string> {
      return formatReadingFile(await kept());
    },

    /** Merges a file. Adds new and removed papers; changes known ones only if the file's entry is newer. */
    async import(text: string): Promise<ImportResult> {
      const file = parseReadingFile(text);
      const { added, updated, unchanged, dropped } = mergeImport(await copies.read(), file.entries, now());
      await write([...added, ...updated]);
      return {
        added: added.length,
        updated: updated.length,
        unchanged,
        dropped: file.dropped + dropped,
      };
    },

    /** Deletes every entry and its mirror. For "delete all data", after the reader confirmed it. */
    async clear(): Promise<void> {
      await copies.clear();
      await tellChange();
    },
  };
}
