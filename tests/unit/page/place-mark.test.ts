// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { givePlaceBack, reservePlace } from '../../../lib/page/place-mark';

describe('reservePlace', () => {
  const mark = () => document.documentElement.getAttribute('data-paperkin');

  it('tells the style sheet which host this is, until the place is given back', () => {
    reservePlace();
    expect(mark()).toBe(location.hostname);
    givePlaceBack();
    expect(mark()).toBeNull();
  });
});
