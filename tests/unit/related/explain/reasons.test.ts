import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperFacts } from '../../../../lib/model/paper/paper';
import type { Reason } from '../../../../lib/model/related';
import { createSplitter, MIN_SPLIT_COSINE } from '../../../../lib/related/explain/contributions';
import { MAX_AUTHORS } from '../../../../lib/related/segments/encode';
import { findOccurrences } from '../../../../lib/related/rank/features';
import { readWords } from '../../../../lib/related/segments/paper-words';
import { rankPapers } from '../../../../lib/related/rank/rank';
import { type QueryPaper, readQuery } from '../../../../lib/related/rank/rank-query';
import { hashText } from '../../../../lib/text/hash';
import { createExplainer } from '../../../../lib/related/explain/reasons';
import { WEIGHTS } from '../../../../lib/related/rank/weights';
import { phraseKey } from '../../../../lib/text/words';
import { paper } from '../../../support/builders';
import { ODD_TEXTS, PAPER_TEXT } from '../../../support/related/related-texts';
import { segmentOf, sumOf } from '../../../support/related/segments';
import { wordModel } from '../../../support/related/word-model';

const model = wordModel();

/** Ranks one paper for a query and explains it, as the worker does. */
function explain(
  asked: Partial<QueryPaper>,
  facts: Partial<PaperFacts>,
  topics: { readonly query?: readonly string[]; readonly paper?: readonly string[] } = {},
) {
  const query = { title: '', authors: [], ...asked };
  const found = paper({ title: '', abstract: '', authors: [], ...facts, keywords: topics.paper ?? [] });
  const ranked = readQuery(model, query, topics.query);
  const { rows, vector } = rankPapers([segmentOf(model, [found])], ranked, { limit: 1 });
  const { score = 0, cosine = 0 } = rows[0] ?? {};
  const explainer = createExplainer(model, {
    paper: query,
    ranked,
    vector,
    topics: (topics.query ?? []).map((key) => ({ key, name: key.toUpperCase() })),
  });
  const reasons = explainer({
    paper: found,
    score,
    cosine,
    topics: Uint32Array.from(found.keywords, hashText),
  });
  const { parts } = createSplitter(model, ranked, vector)(findOccurrences(model, readWords(found)), cosine);
  return { found, reasons, score, wordsPart: sumOf(parts), unsplit: cosine < MIN_SPLIT_COSINE ? cosine : 0 };
}

const sharesOf = (reasons: readonly Reason[], kinds: readonly Reason['kind'][]): number =>
  reasons.reduce((sum, { kind, share }) => sum + (kinds.includes(kind) ? share : 0), 0);

const WORDS = ['phrase', 'pair'] as const;
const FACTS = ['topic', 'author', 'organisation'] as const;

describe('createExplainer', () => {
  it('gives shares that sum to 1, and whose rest is just the words that are not named', () => {
    const names = fc.uniqueArray(fc.constantFrom('Ann A', 'Bob B', 'Cy C', 'Di D', 'Ed E'));
    const keys = fc.uniqueArray(fc.constantFrom('tide', 'flow', 'agent', 'code', 'wave'));
    fc.assert(
      fc.property(PAPER_TEXT, PAPER_TEXT, names, names, keys, keys, (query, texts, ...facts) => {
        const [queryNames, paperNames, queryTopics, paperTopics] = facts;
        const { reasons, score, wordsPart, unsplit } = explain(
          { ...query, authors: queryNames, organisation: 'An Institute' },
          { ...texts, authors: paperNames, organisation: 'an institute' },
          { query: queryTopics, paper: paperTopics },
        );
        fc.pre(Math.abs(score) > 0.05);

        const named = sharesOf(reasons, [...WORDS, ...FACTS]);
        const rest = sharesOf(reasons, ['rest']);
        const unnamed = wordsPart + unsplit - sharesOf(reasons, WORDS) * score;
        expect(named + rest).toBeCloseTo(1, 9);
        expect(rest * score).toBeCloseTo(unnamed, 6);
        expect(wordsPart + unsplit + sharesOf(reasons, FACTS) * score).toBeCloseTo(score, 6);
      }),
    );
  });

  it('gives positions at which the paper has the phrase', () => {
    fc.assert(
      fc.property(PAPER_TEXT, PAPER_TEXT, (query, texts) => {
        for (const reason of explain(query, texts).reasons) {
          if (reason.kind !== 'phrase' && reason.kind !== 'pair') continue;
          expect(reason.positions.length).toBeGreaterThan(0);
          for (const { field, start, end } of reason.positions) {
            expect(phraseKey(texts[field].slice(start, end))).toBe(phraseKey(reason.phrase));
          }
        }
      }),
    );
  });

  it('gives phrases, pairs, topics, people and the rest, in this order', () => {
    const { reasons } = explain(
      { title: 'Coding agents', authors: ['Ann A'], organisation: 'Institute' },
      { title: 'Coding agents', authors: ['Ann A'], organisation: 'Institute' },
      { query: ['agent'], paper: ['agent'] },
    );
    const kinds = reasons.map(({ kind }) => kind).filter((kind) => kind !== 'pair');
    expect(kinds).toEqual(['phrase', 'topic', 'author', 'organisation', 'rest']);
  });

  it('names shared topics as people read them', () => {
    const { reasons, score } = explain(
      { title: 'ocean' },
      { title: 'ocean' },
      { query: ['tide', 'flow'], paper: ['flow', 'code'] },
    );
    expect(reasons).toContainEqual({ kind: 'topic', topic: 'FLOW', share: WEIGHTS.topic / score });
    expect(reasons.filter(({ kind }) => kind === 'topic')).toHaveLength(1);
  });

  it('names shared people as the paper writes them, each once', () => {
    const { reasons } = explain(
      { title: 'ocean', authors: ['FIRST AUTHOR', 'Third Author'], organisation: 'An Institute' },
      {
        title: 'ocean',
        authors: ['First Author', 'Second Author', 'First author'],
        organisation: 'an institute',
      },
    );
    const names = reasons.flatMap((reason) =>
      reason.kind === 'author' || reason.kind === 'organisation' ? [reason.name] : [],
    );
    expect(names).toEqual(['First author', 'an institute']);
  });

  it('shares no name that has no letters, and none beyond those that the ranking compares', () => {
    const many = Array.from({ length: MAX_AUTHORS + 1 }, (_, number) => `Author ${number}`);
    const blank = explain(
      { title: 'ocean', authors: ['…'] },
      { title: 'ocean', authors: ['—'], organisation: '***' },
    );
    const late = explain({ title: 'ocean', authors: [many.at(-1) ?? ''] }, { title: 'ocean', authors: many });
    expect(sharesOf(blank.reasons, FACTS)).toBe(0);
    expect(sharesOf(late.reasons, FACTS)).toBe(0);
  });

  it('gives at most three topics and three authors, as many as count', () => {
    const many = ['a1', 'b2', 'c3', 'd4', 'e5'];
    const { reasons } = explain(
      { title: 'ocean', authors: many },
      { title: 'ocean', authors: many },
      { query: many, paper: many },
    );
    for (const kind of ['topic', 'author'] as const) {
      expect(reasons.filter((reason) => reason.kind === kind)).toHaveLength(3);
    }
  });

  it('says nothing of a paper without words', () => {
    const { reasons } = explain({ title: 'ocean' }, { title: '🙂' });
    expect(reasons).toEqual([{ kind: 'rest', share: 1 }]);
  });

  it.each(ODD_TEXTS)('explains a paper of %s to a page of the same', (_, text) => {
    const { reasons } = explain({ title: text, abstract: text }, { title: text, abstract: text });
    expect(reasons.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});
