import { describe, expect, it } from 'vitest';
import { takeOver } from '../../../lib/page/take-over';

describe('takeOver', () => {
  it('ends the script of the same name that runs already, and no other', () => {
    const watch = takeOver('watch');
    const first = takeOver('annotate');
    const second = takeOver('annotate');
    expect([watch.aborted, first.aborted, second.aborted]).toEqual([false, true, false]);
  });
});
