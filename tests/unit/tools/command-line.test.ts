import { afterEach, describe, expect, it, vi } from 'vitest';
import { countOf, required, runProgram } from '../../../tools/command-line';

afterEach(() => {
  process.exitCode = undefined;
});

/** Runs a program; gives its exit code and what it told. */
async function outcomeOf(read: () => string, run: () => Promise<void>) {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await runProgram({ usage: 'how to call it', read, run });
  return { code: process.exitCode, text: told.mock.calls.flat().join('\n') };
}

const fail = () => {
  throw new Error('in words');
};

describe('runProgram', () => {
  it('says nothing about a program that succeeds', async () => {
    expect(
      await outcomeOf(
        () => 'options',
        async () => undefined,
      ),
    ).toEqual({ code: undefined, text: '' });
  });

  it('shows the usage beside a wrong option, and does not start', async () => {
    const run = vi.fn<() => Promise<void>>();

    expect(await outcomeOf(fail, run)).toEqual({ code: 2, text: 'in words\n\nhow to call it' });
    expect(run).not.toHaveBeenCalled();
  });

  it('reports a failure in words', async () => {
    expect(
      await outcomeOf(
        () => 'options',
        async () => fail(),
      ),
    ).toEqual({ code: 1, text: '\nin words' });
  });
});

describe('required and countOf', () => {
  it('name the option that is missing or wrong', () => {
    expect(() => required(undefined, '--data DIR')).toThrow('--data DIR is missing.');
    expect(countOf('20', '--runs')).toBe(20);
    expect(() => countOf('1.5', '--runs')).toThrow('--runs takes whole numbers from 1, not “1.5”.');
  });
});
