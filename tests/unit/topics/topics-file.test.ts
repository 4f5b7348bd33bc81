import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTopics } from '../../../lib/topics/create-topics';
import { packTopicsFile, parseTopicsFile } from '../../../lib/topics/topics-file';
import { topicsFile } from '../../support/topics';

const shipped = readFileSync(resolve(import.meta.dirname, '../../../public/model/topics.txt'), 'utf8');

describe('parseTopicsFile', () => {
  it('reads what was packed', () => {
    const file = topicsFile(
      { agent: 0.1, 'coding agent': 0.6 },
      {
        aliases: new Map([['coding agent system', 'coding agent']]),
        plain: new Set(['benchmark']),
        before: new Map([['', 0.1]]),
        after: new Map([['based', -0.5]]),
      },
    );
    expect(parseTopicsFile(packTopicsFile(file))).toEqual(file);
  });

  it('gives another version to another content', () => {
    expect(topicsFile({ agent: 0.1 }).version).not.toBe(topicsFile({ agent: 0.2 }).version);
  });

  it.each<[string, (text: string) => string]>([
    ['is empty', () => ''],
    ['is something else', () => '<html>\n</html>'],
    ['is cut off', (text) => text.slice(0, -20)],
    ['was changed', (text) => text.replace('agent', 'agents')],
  ])('refuses a file that %s', (_, change) => {
    const text = packTopicsFile(topicsFile({ agent: 0.1 }));
    expect(() => parseTopicsFile(change(text))).toThrow(/^The file of topics cannot be read/);
  });

  it('refuses a file made for other clues, and one without topics', () => {
    const { version: _, ...file } = topicsFile({ agent: 0.1 });
    expect(() => parseTopicsFile(packTopicsFile({ ...file, weights: [1, 2] }))).toThrow('2 weights');
    expect(() => parseTopicsFile(packTopicsFile({ ...file, topics: [] }))).toThrow('a part is missing');
  });
});

describe('public/model/topics.txt', () => {
  it('is whole, and small', () => {
    expect(parseTopicsFile(shipped).topics.length).toBeGreaterThan(1000);
    expect(shipped.length).toBeLessThan(400_000);
  });

  it('has the keys that the tokenizer gives today, so that every name finds its topic', () => {
    const file = parseTopicsFile(shipped);
    const topics = createTopics(file, { categories: [] });
    const lost = file.topics.filter(({ key, name }) => topics.keyOf(name) !== key).map(({ name }) => name);
    expect(lost, 'Build the file again: npm run train:topics').toEqual([]);
  });

  it('takes the names of large language models for one', () => {
    const topics = createTopics(parseTopicsFile(shipped), { categories: [] });
    const keys = ['large language models (LLMs)', 'LLMs', 'large language model', 'llm'].map((name) =>
      topics.keyOf(name),
    );
    expect(new Set(keys)).toEqual(new Set(['large language model']));
    expect(topics.nameOf('large language model')).toBe('large language models');
  });
});
