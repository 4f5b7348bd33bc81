import { describe, expect, it } from 'vitest';
import { createTopics } from '../../../../../lib/topics/find/create-topics';
import { packTopicsFile, parseTopicsFile } from '../../../../../lib/topics/vocabulary/topics-file';
import { learnFile } from '../../../../../tools/training/topics/learn-file';
import { TABLES, taggedPaper } from '../../../../support/related/topics';

const papers = Array.from({ length: 30 }, (_, number) => ({
  key: `hf:${number}`,
  title: number % 3 === 0 ? 'Flow matching by LLMs' : 'Coding agents',
  abstract: number % 2 === 0 ? 'We show results on a benchmark.' : 'Results of a hidden state.',
  keywords: number % 3 === 0 ? ['flow matching', 'LLMs'] : ['coding agents', 'benchmark'].slice(number % 2),
  date: `2026-06-${String(number + 1).padStart(2, '0')}`,
}));
const others = { count: 10, having: new Map([['flow matching', 3]]) };
const pack = () => packTopicsFile({ ...learnFile(papers, TABLES, others), facts: {} });

describe('learnFile', () => {
  it('makes a file that finds the topics of such papers', () => {
    const topics = createTopics(parseTopicsFile(pack().buffer), { categories: [] });

    const found = topics.topicsOf(taggedPaper({ title: 'Coding agents and flow matching' }));

    expect(found.map(({ key }) => key).toSorted()).toEqual(['coding agent', 'flow matching']);
  });

  it('gives the same file for the same papers', () => {
    expect(pack()).toEqual(pack());
  });

  it('keeps only the short forms that topics need', () => {
    expect([...learnFile(papers, TABLES, others).rewrites.acronyms.keys()]).toEqual(['llm']);
  });
});
