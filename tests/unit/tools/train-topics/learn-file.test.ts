import { describe, expect, it } from 'vitest';
import { createTopics } from '../../../../lib/topics/create-topics';
import { packTopicsFile, parseTopicsFile } from '../../../../lib/topics/topics-file';
import { learnFile } from '../../../../tools/train-topics/learn-file';
import { REWRITES, taggedPaper } from '../../../support/topics';

const papers = Array.from({ length: 30 }, (_, number) => ({
  key: `hf:${number}`,
  title: number % 3 === 0 ? 'Flow matching by LLMs' : 'Coding agents',
  abstract: 'We show results on a benchmark.',
  keywords: number % 3 === 0 ? ['flow matching', 'LLMs'] : ['coding agents'],
  date: `2026-06-${String(number + 1).padStart(2, '0')}`,
}));

describe('learnFile', () => {
  it('makes a file that finds the topics of such papers', () => {
    const text = packTopicsFile({ ...learnFile(papers, REWRITES), facts: new Map() });
    const topics = createTopics(parseTopicsFile(text), { categories: [] });

    const found = topics.topicsOf(taggedPaper({ title: 'Coding agents and flow matching' }));

    expect(found.map(({ key }) => key).toSorted()).toEqual(['coding agent', 'flow matching']);
  });

  it('gives the same file for the same papers', () => {
    const pack = () => packTopicsFile({ ...learnFile(papers, REWRITES), facts: new Map() });
    expect(pack()).toBe(pack());
  });

  it('keeps only the short forms that topics need', () => {
    expect([...learnFile(papers, REWRITES).rewrites.acronyms.keys()]).toEqual(['llm']);
  });
});
