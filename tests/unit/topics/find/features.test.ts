import { describe, expect, it } from 'vitest';
import { candidatesIn, FEATURES, type Knowledge, TOPIC_FEATURES } from '../../../../lib/topics/find/features';
import { readText } from '../../../../lib/topics/find/create-topics';
import { createNameFinder } from '../../../../lib/topics/find/find-names';
import { REWRITES } from '../../../support/related/topics';

const LLM = 'large language model';
const NAMES = ['agent', 'coding agent', LLM];
const KNOWLEDGE: Knowledge = {
  fillFeatures: (features, topic) => features.fill(topic + 1, 0, TOPIC_FEATURES.length),
  before: (term) => (term === 'of' ? 0.5 : 0),
  after: (term) => (term === '' ? 0.25 : 0),
};

function featuresIn(title: string, name: string, abstract = ''): Record<string, number> {
  const finder = createNameFinder();
  for (const [topic, key] of NAMES.entries()) finder.add(key, topic);
  const text = readText(title, abstract, REWRITES);
  const candidate = candidatesIn(text, finder.find(text.terms), KNOWLEDGE).find(
    ({ topic }) => NAMES[topic] === name,
  );
  return Object.fromEntries(
    FEATURES.map((feature, position) => [feature, candidate?.features[position] ?? Number.NaN]),
  );
}

describe('candidatesIn', () => {
  it.each<[string, string, string, Readonly<Record<string, number>>, string?]>([
    ['only inside longer ones', 'coding agents', 'agent', { covered: 1, 'whole mentions': 0 }],
    ['inside and outside', 'coding agents, agents', 'agent', { covered: 0, 'whole mentions': 1 }],
    ['between words that count', 'robust agents fail', 'agent', { free: 0, 'free before': 0 }],
    ['as a short form', 'LLMs win', LLM, { 'short form': 1, defined: 0 }],
    ['with its short form', 'Large language models (LLMs) win', LLM, { 'short form': 0, defined: 1 }],
    ['in the title', 'Agents', 'agent', { 'in the title': 1, 'first position': 0 }, 'Then coding-agents.'],
    ['in a list', 'A', 'agent', { 'in the title': 0, 'in a list': 1 }, 'Nets, Agents, and more'],
    ['as it is written', 'A', 'coding agent', { hyphen: 1, capital: 1 }, 'Nets, Coding-agents'],
    ['at the end of a clause', 'of agents.', 'agent', { 'starts a clause': 0, 'ends a clause': 1 }],
    ['among others', 'Agents with LLMs', LLM, { rivals: 2, 'rank by chance': 0 }],
  ])('recognises a name %s', (_, title, name, features, abstract) => {
    expect(featuresIn(title, name, abstract)).toMatchObject(features);
  });
});

describe('FEATURES', () => {
  const TITLE = 'Teams of coding agents';
  const ABSTRACT =
    'Large language models (LLMs) write code. Robust agents, Coding-agents and LLMs fail often.';
  const chanceOf = (logOdds: number) => 1 / (1 + Math.exp(-logOdds));
  const TERMS = 19;

  /** Of each feature: a name in the text above, and its value. */
  const VALUES: readonly (readonly [feature: string, name: string, value: number])[] = [
    ...TOPIC_FEATURES.map((feature) => [feature, 'coding agent', 2] as const),
    ['whole mentions', 'coding agent', 2],
    ['mentions', 'agent', 3],
    ['covered', 'coding agent', 0],
    ['longer names', 'agent', 2],
    ['chance of a longer name', 'agent', chanceOf(2)],
    ['names inside', 'coding agent', 1],
    ['in the title', 'coding agent', 1],
    ['first position', 'coding agent', 2 / TERMS],
    ['first position in the abstract', 'coding agent', -2],
    ['last position', 'coding agent', 11 / TERMS],
    ['spread', 'coding agent', 9 / TERMS],
    ['terms', LLM, 3],
    ['letters', LLM, 'Large language models'.length],
    ['free before', 'coding agent', 1],
    ['free after', 'agent', 1],
    ['free', 'coding agent', 1],
    ['word before', 'coding agent', 0.25],
    ['word after', 'coding agent', 0.125],
    ['best word before', 'coding agent', 0.5],
    ['best word after', 'coding agent', 0.25],
    ['defined', LLM, 1],
    ['short form', LLM, 1],
    ['capital', 'coding agent', 0.5],
    ['hyphen', 'coding agent', 0.5],
    ['in a list', 'coding agent', 0.5],
    ['starts a clause', LLM, 0.5],
    ['ends a clause', 'coding agent', 0.5],
    ['length of the text', 'agent', TERMS],
    ['rivals', 'coding agent', 3],
    ['rivals expected', 'coding agent', chanceOf(1) + chanceOf(3)],
    ['rank by chance', 'agent', 2],
  ];

  it.each(VALUES)('have %s of %s', (feature, name, value) => {
    expect(featuresIn(TITLE, name, ABSTRACT)[feature]).toBeCloseTo(value, 6);
  });

  it('are 42, each tested above, in the order that the trees know', () => {
    expect(VALUES.map(([feature]) => feature)).toEqual(FEATURES);
    expect(FEATURES).toHaveLength(42);
  });
});
