import { describe, expect, it } from 'vitest';
import { readStarterOptions } from '../../../../tools/build-starter/options';

describe('readStarterOptions', () => {
  it('reads recorded data into the package by default', () => {
    expect(readStarterOptions(['--data', 'recorded'])).toEqual({
      dataDir: 'recorded',
      papers: 8_100,
      out: 'public/starter',
    });
  });

  it('asks the live API if told to', () => {
    expect(readStarterOptions(['--live', '--papers', '10', '--out', 'here'])).toEqual({
      dataDir: undefined,
      papers: 10,
      out: 'here',
    });
  });

  it.each([
    [[]],
    [['--live', '--data', 'x']],
    [['--live', '--papers', '0']],
    [['--live', '--papers', 'many']],
    [['--what']],
  ])('refuses %j', (args) => {
    expect(() => readStarterOptions(args)).toThrow(Error);
  });
});
