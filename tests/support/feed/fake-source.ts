import { NetworkError } from '../../../lib/errors';
import type { Cursor, FeedErrorCode } from '../../../lib/model/feed/request';
import type { SourceId } from '../../../lib/model/paper/paper';
import { parseIsoDate } from '../../../lib/model/dates';
import { describeSource } from '../../../lib/sources/descriptions';
import type { ParsedPage, PlanContext, Source, SourceRecord } from '../../../lib/sources/types';
import { arxivId, day, facts } from '../builders';

/** What the scripted server does with one request: a page, a failure, or no answer at all. */
export type ScriptedAnswer = Error | ParsedPage | 'hangs';

export interface FakeSourceScript {
  readonly id?: SourceId;
  readonly minIntervalMs?: number;
  /** Names of the first requests; a name that is a day (`2026-06-09`) fetches that edition. */
  readonly plan?: readonly string[] | ((context: PlanContext) => readonly string[]);
  /** Answers by name. May be changed between runs: a broken server gets well. */
  readonly answers: Map<string, ScriptedAnswer>;
  /** What to ask instead of a name. */
  readonly fallbacks?: Readonly<Record<string, readonly string[]>>;
}

/** A source without a network; `asked` holds the names of its requests, in order. */
export interface FakeSource extends Source {
  readonly asked: string[];
  readonly contexts: PlanContext[];
  /** What its server does with a request; `syncWorld` leads them there. */
  respond(url: string, signal: AbortSignal): Promise<string>;
}

/** Makes a source whose server follows a script. */
export function fakeSource(script: FakeSourceScript): FakeSource {
  const { id = 'hf-daily', minIntervalMs = 700, plan = [], answers, fallbacks = {} } = script;
  const asked: string[] = [];
  const contexts: PlanContext[] = [];
  return {
    ...describeSource(id),
    hosts: [`https://${id}.example/*`],
    minIntervalMs,
    asked,
    contexts,
    plan(context) {
      contexts.push(context);
      return (typeof plan === 'function' ? plan(context) : plan).map(cursor);
    },
    editionOf: (item) => parseIsoDate(nameOf(item)),
    fetchPage: (item, get, signal) =>
      get(`https://${id}.example/${encodeURIComponent(nameOf(item))}`, { signal, accept: '*/*' }),
    async respond(url, signal) {
      const name = decodeURIComponent(new URL(url).pathname.slice(1));
      asked.push(name);
      const answer = answers.get(name);
      if (answer instanceof Error) throw answer;
      if (answer !== 'hangs') return name;
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    },
    fallback: (item) => (fallbacks[nameOf(item)] ?? []).map(cursor),
    parse(raw) {
      const answer = answers.get(String(raw));
      if (answer === undefined || answer === 'hangs' || answer instanceof Error)
        throw new TypeError('no page');
      return answer;
    },
  };
}

/** The request of a name. */
export function cursor(name: string): Cursor {
  return { kind: 'page', name };
}

/** A page of records that asks for further requests by name. */
export function page(records: readonly SourceRecord[] = [], next: readonly string[] = []): ParsedPage {
  return { records, dropped: [], next: next.map(cursor) };
}

/** A request that failed; `retryAtMs`: what the server asks for. */
export function failure(code: FeedErrorCode, retryAtMs?: number): NetworkError {
  return new NetworkError(code, code, retryAtMs === undefined ? {} : { retryAtMs });
}

function nameOf(item: Cursor): string {
  return String(item['name']);
}

/** The record of a numbered paper, listed on a day. */
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

/** What an undisturbed sync asks for, in order. */
export const STRAIGHT = ['latest', '2026-06-10', '2026-06-09', '2026-06-09 page 2', '2026-06-08'];
