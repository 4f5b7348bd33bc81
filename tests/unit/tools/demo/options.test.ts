import { describe, expect, it } from 'vitest';
import { readDemoOptions } from '../../../../tools/demo/options';

describe('readDemoOptions', () => {
  it.each([
    [[], {}, 'linux', true],
    [[], { DISPLAY: ':0' }, 'linux', false],
    [[], { WAYLAND_DISPLAY: 'wayland-0' }, 'linux', false],
    [['--headless'], { DISPLAY: ':0' }, 'linux', true],
    [[], {}, 'darwin', false],
  ])('decides about the window, given %j and %j on %s', (args, env, platform, isHeadless) => {
    expect(readDemoOptions(args, env, platform)).toMatchObject({ isHeadless });
  });

  it.each([
    [['--live', '--data', 'x'], /exclude/],
    [['--sidebar'], /Unknown option/],
    [['--data'], /argument missing/],
  ])('refuses %j', (args, words) => {
    expect(() => readDemoOptions(args, {}, 'linux')).toThrow(words);
  });
});
