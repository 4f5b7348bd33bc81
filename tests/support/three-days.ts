import type { SourceRecord } from '../../lib/sources/types';
import { arxivId, day, facts } from './builders';
import { type FakeSource, fakeSource, page, type ScriptedAnswer } from './fake-source';

/** One paper per number, listed on a day. */
export function record(number: number, on: string): SourceRecord {
  const id = `2606.${String(number).padStart(5, '0')}`;
  const paper = facts({ ids: { arxiv: arxivId(id) }, title: `Title of the paper number ${number}` });
  return { paper, link: `https://example.org/${id}`, edition: day(on) };
}

/** A source of three days, the second of which has two pages; `changes` replaces some of its answers. */
export function threeDays(
  changes: Readonly<Record<string, ScriptedAnswer>> = {},
): FakeSource & { readonly answers: Map<string, ScriptedAnswer> } {
  const answers = new Map<string, ScriptedAnswer>([
    ['latest', page([record(1, '2026-06-10')], ['2026-06-10', '2026-06-09', '2026-06-08'])],
    ['2026-06-10', page([record(1, '2026-06-10'), record(2, '2026-06-10')])],
    ['2026-06-09', page([record(3, '2026-06-09')], ['2026-06-09 page 2'])],
    ['2026-06-09 page 2', page([record(4, '2026-06-09')])],
    ['2026-06-08', page([record(5, '2026-06-08'), record(2, '2026-06-08')])],
    ...Object.entries(changes),
  ]);
  return { ...fakeSource({ plan: ['latest'], answers }), answers };
}

/** What a sync without trouble asks for, in order. */
export const STRAIGHT = ['latest', '2026-06-10', '2026-06-09', '2026-06-09 page 2', '2026-06-08'];
