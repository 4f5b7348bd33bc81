import { beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { report } from '../../lib/log';

let printed: MockInstance;

beforeEach(() => {
  printed = vi.spyOn(console, 'error').mockReturnValue();
});

describe('report', () => {
  it('prints each distinct error once, and says where', () => {
    const error = new Error('first of its kind');
    report('a place', error);
    report('a place', error);
    report('another place', error);
    expect(printed.mock.calls.map(([where]) => where)).toEqual([
      '[paperkin] a place:',
      '[paperkin] another place:',
    ]);
  });

  it('takes whatever was thrown', () => {
    const { stack: _, ...bare } = new Error('without a stack');
    for (const thrown of [
      'a text',
      5,
      null,
      bare,
      Object.assign(new Error('no stack'), { stack: undefined }),
    ]) {
      expect(() => report('odd', thrown)).not.toThrow();
    }
    expect(printed).toHaveBeenCalledTimes(5);
  });
});
