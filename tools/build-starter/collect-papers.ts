import type { IsoDate } from '../../lib/model/dates';
import { mergeFacts } from '../../lib/model/paper/facts';
import type { PaperFacts } from '../../lib/model/paper/paper';
import { readHfRecord } from '../../lib/sources/hf-daily/record';
import type { DayList } from './read-lists';

/** A paper with all that the lists say of it, its abstract included: its row is made from that. */
export interface ListedPaper {
  readonly facts: PaperFacts;
  /** The first list that had it. */
  readonly listedOn: IsoDate;
}

/** Papers of all lists, each once, with the facts of its newest list and its most upvotes. */
export class PaperCollection {
  readonly #papers = new Map<string, ListedPaper>();

  /** Takes a list in. Records that cannot be read are left out. */
  add({ date, items }: DayList): void {
    for (const item of items) {
      const outcome = readHfRecord(item);
      if ('drop' in outcome) continue;
      const { paper } = outcome.record;
      const id = paper.ids.arxiv ?? ''; // Every record that is read has one.
      const known = this.#papers.get(id);
      this.#papers.set(
        id,
        known === undefined ? { facts: paper, listedOn: date } : merge(known, paper, date),
      );
    }
  }

  /** The `count` most upvoted, newest list first, in a list the most upvoted first. */
  mostUpvoted(count: number): readonly ListedPaper[] {
    return [...this.#papers.values()].toSorted(byUpvotes).slice(0, count).toSorted(byListThenUpvotes);
  }
}

function merge(known: ListedPaper, facts: PaperFacts, date: IsoDate): ListedPaper {
  const upvotes = Math.max(known.facts.upvotes ?? 0, facts.upvotes ?? 0);
  const [older, newer] = date < known.listedOn ? [facts, known.facts] : [known.facts, facts];
  return {
    facts: { ...mergeFacts(older, newer), upvotes },
    listedOn: date < known.listedOn ? date : known.listedOn,
  };
}

function byUpvotes(one: ListedPaper, other: ListedPaper): number {
  return (other.facts.upvotes ?? 0) - (one.facts.upvotes ?? 0) || byId(one, other);
}

function byListThenUpvotes(one: ListedPaper, other: ListedPaper): number {
  return other.listedOn.localeCompare(one.listedOn) || byUpvotes(one, other);
}

/** Newer ids first, so that equal votes give the same choice each time. */
function byId({ facts: one }: ListedPaper, { facts: other }: ListedPaper): number {
  return (other.ids.arxiv ?? '').localeCompare(one.ids.arxiv ?? ''); // Daily papers have one.
}
