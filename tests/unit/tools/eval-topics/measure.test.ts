import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTopics } from '../../../../lib/topics/find/create-topics';
import { parseTopicsFile } from '../../../../lib/topics/vocabulary/topics-file';
import { measureTopics } from '../../../../tools/eval-topics/measure';
import { dataDir } from '../../../support/repository';
import { topicsFile } from '../../../support/related/topics';

const days = join(dataDir, 'hf-daily');

describe('measureTopics', () => {
  const topics = createTopics(topicsFile({ 'flow matching': 0.6, 'coding agent': 0.6, 'tool use': 0.6 }), {
    categories: [],
  });

  it('compares by canonical name, and ignores what is not a topic', () => {
    const paper = {
      title: 'Flow-matching with LLMs',
      abstract: 'Tool use.',
      keywords: ['Flow Matching', 'coding agents', 'my own coinage'],
    };
    expect(measureTopics(topics, [paper])).toEqual({ precision: 0.2, recall: 0.5, papers: 1, keywords: 2 });
  });

  it('leaves out papers with fewer than two known keywords', () => {
    const paper = {
      title: 'Flow matching',
      abstract: '',
      keywords: ['flow matching', 'Flow-Matching', 'coinage'],
    };
    expect(measureTopics(topics, [paper])).toEqual({ precision: 0, recall: 0, papers: 0, keywords: 0 });
  });

  it.skipIf(!existsSync(days))('holds its floor on a recorded day', () => {
    const shipped = new Uint8Array(
      readFileSync(resolve(import.meta.dirname, '../../../../public/topics/topics.bin')),
    );
    const [last = ''] = readdirSync(days).toSorted().toReversed();
    const rows = JSON.parse(readFileSync(join(days, last), 'utf8')) as readonly {
      readonly paper: {
        readonly title: string;
        readonly summary?: string;
        readonly ai_keywords?: readonly string[];
      };
    }[];
    const papers = rows.map(({ paper }) => ({
      title: paper.title,
      abstract: paper.summary ?? '',
      keywords: paper.ai_keywords ?? [],
    }));

    const figures = measureTopics(createTopics(parseTopicsFile(shipped.buffer), { categories: [] }), papers);

    expect(figures.papers).toBeGreaterThan(5);
    expect(figures.precision).toBeGreaterThan(0.45);
    expect(figures.recall).toBeGreaterThan(0.65);
  });
});
