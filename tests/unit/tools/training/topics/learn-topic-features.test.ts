import { describe, expect, it } from 'vitest';
import { TOPIC_FEATURES } from '../../../../../lib/topics/find/features';
import { learnTopicFeatures } from '../../../../../tools/training/topics/learn-topic-features';
import { learnTopics, readForLearning } from '../../../../../tools/training/topics/learn-topics';
import { collectedPaper, REWRITES } from '../../../../support/related/topics';

/** The features of each topic, by its key and the feature. */
function learn(...papers: readonly (readonly [string, readonly string[]])[]) {
  const rows = papers.map(([abstract, keywords]) => collectedPaper({ abstract, keywords }));
  const read = readForLearning(rows, REWRITES);
  const topics = learnTopics(read, REWRITES, new Map());
  const learnt = learnTopicFeatures(read, topics, { count: 100, having: new Map([['tool use', 50]]) });
  const named = (features: readonly number[] = []) =>
    Object.fromEntries(TOPIC_FEATURES.map((feature, place) => [feature, features[place] ?? Number.NaN]));
  return { of: (key: string) => named(learnt[topics.keys.indexOf(key)]) };
}

const sure = ['Sparse attention', ['sparse attention']] as const;
const passing = ['Tool use', []] as const;

describe('learnTopicFeatures', () => {
  const use = ['Tool use', ['tool use']] as const;
  const features = learn(sure, sure, sure, use, use, passing, passing);

  it('tells how often a name in a text is a keyword', () => {
    expect(features.of('sparse attention')['chance']).toBeGreaterThan(features.of('tool use')['chance'] ?? 0);
  });

  it('tells how rare a name is elsewhere', () => {
    expect(features.of('sparse attention')['rarity']).toBeGreaterThan(features.of('tool use')['rarity'] ?? 0);
  });

  it('learns from names with the same terms, and not from the name itself', () => {
    const alone = learn(sure, sure, passing, passing, use, use);
    const linear = ['Linear attention', ['linear attention']] as const;
    const withKin = learn(sure, sure, linear, linear, linear, passing, passing, passing);
    expect(withKin.of('sparse attention')['kin by last term']).toBeGreaterThan(
      alone.of('sparse attention')['kin by last term'] ?? 0,
    );
  });
});
