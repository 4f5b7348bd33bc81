import { describe, expect, it } from 'vitest';
import { topicOfHash } from '../../../../components/paper/TopicLink';

describe('topicOfHash', () => {
  it.each([
    ['topic=flow%20matching', 'flow matching'],
    ['topic=100%', '100%'],
    ['topic=', null],
    ['topics', null],
    ['reading', null],
  ])('reads "%s" as %s', (hash, topic) => {
    expect(topicOfHash(hash)).toBe(topic);
  });
});
