// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { releaseSlot, reserveSlot } from '../../../lib/page/slot-mark';

describe('reserveSlot', () => {
  const mark = () => document.documentElement.getAttribute('data-paperkin');

  it('tells the style sheet which host this is, until the slot is given back', () => {
    reserveSlot();
    expect(mark()).toBe(location.hostname);
    releaseSlot();
    expect(mark()).toBeNull();
  });
});
