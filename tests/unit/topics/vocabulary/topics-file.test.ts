import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOPIC_FEATURES } from '../../../../lib/topics/find/features';
import { createTopics } from '../../../../lib/topics/find/create-topics';
import { packSections, readSections } from '../../../../lib/topics/vocabulary/sections';
import { packTopicsFile, parseTopicsFile } from '../../../../lib/topics/vocabulary/topics-file';
import { learntTopics, topicsBytes, topicsFile } from '../../../support/related/topics';

const shipped = new Uint8Array(
  readFileSync(resolve(import.meta.dirname, '../../../../public/topics/topics.bin')),
).buffer;

describe('parseTopicsFile', () => {
  const file = topicsFile(
    { agent: 0.1, 'coding agent': 0.6 },
    {
      aliases: new Map([['coding agent system', 'coding agent']]),
      before: new Map([['', 0.1]]),
      after: new Map([['based', -0.5]]),
    },
  );

  it('reads topics under their keys and names', () => {
    expect([file.size, file.keyAt(1), file.nameAt(1)]).toEqual([2, 'coding agent', 'coding agents']);
    expect(['agent', 'coding agent system', 'other'].map(file.topicOf)).toEqual([0, 1, undefined]);
  });

  it('reads what is known about names and their neighbours', () => {
    const features = new Float32Array(TOPIC_FEATURES.length);
    file.fillFeatures(features, 1);
    expect(features[0]).toBeCloseTo(Math.log(0.6 / 0.4), 1);
    expect([file.before(''), file.after('based'), file.after('other')]).toEqual([0.1, -0.5, 0]);
  });

  it('gives different content a different version', () => {
    expect(topicsFile({ agent: 0.1 }).version).not.toBe(topicsFile({ agent: 0.2 }).version);
  });

  it.each<[string, ArrayBuffer]>([
    ['is empty', new ArrayBuffer(0)],
    ['is something else', new TextEncoder().encode('<html>\n</html>').buffer],
    ['has the length of nothing', new Uint8Array(16).fill(255).buffer],
    ['is cut off', topicsBytes({ agent: 0.1 }).slice(0, -20)],
  ])('refuses a file that %s', (_, bytes) => {
    expect(() => parseTopicsFile(bytes)).toThrow(/^The file of topics cannot be read/);
  });

  it('refuses a file made for other features, and one without topics', () => {
    const { facts, parts } = readSections(topicsBytes({ agent: 0.1 }));
    const other = packSections({ facts: { ...facts, features: '2' }, parts });
    expect(() => parseTopicsFile(other.buffer)).toThrow('2 features');
    const none = packTopicsFile(learntTopics({}));
    expect(() => parseTopicsFile(none.buffer)).toThrow('a part is missing');
  });
});

describe('public/topics/topics.bin', () => {
  it('is intact, and small', () => {
    expect(parseTopicsFile(shipped).size).toBeGreaterThan(1000);
    expect(shipped.byteLength).toBeLessThan(500_000);
  });

  it('has the keys that the tokenizer gives today, so that every name finds its topic', () => {
    const file = parseTopicsFile(shipped);
    const topics = createTopics(file, { categories: [] });
    const lost = Array.from({ length: file.size }, (_, topic) => topic)
      .filter((topic) => topics.keyOf(file.nameAt(topic)) !== file.keyAt(topic))
      .map(file.nameAt);
    expect(lost, 'Build the file again: npm run train:topics').toEqual([]);
  });

  it('treats the names of large language models as one', () => {
    const topics = createTopics(parseTopicsFile(shipped), { categories: [] });
    const keys = ['large language models (LLMs)', 'LLMs', 'large language model', 'llm'].map((name) =>
      topics.keyOf(name),
    );
    expect(new Set(keys)).toEqual(new Set(['large language model']));
    expect(topics.nameOf('large language model')).toBe('large language models');
  });
});
