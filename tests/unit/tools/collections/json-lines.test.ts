import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Line, parseRow, readLines } from '../../../../tools/collections/json-lines';
import { newFile } from '../../../support/related/eval-related';

async function linesOf(file: string): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for await (const line of readLines(file)) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it('numbers lines from 1, skips blank ones, and reads an unterminated last line', async () => {
    expect(await linesOf(await newFile('a.jsonl', 'one\n\n \nü'))).toEqual([
      { number: 1, text: 'one' },
      { number: 4, text: 'ü' },
    ]);
  });

  it('unpacks, and joins a letter that two chunks split', async () => {
    const text = `a${'é'.repeat(100_000)}`;

    const [line] = await linesOf(await newFile('a.jsonl.gz', gzipSync(text)));

    expect(line?.text).toBe(text);
  });

  it('names a missing and a damaged file', async () => {
    const cut = await newFile('cut.gz', gzipSync('line\n'.repeat(10_000)).subarray(0, 30));

    await expect(linesOf('no-such-file.jsonl')).rejects.toThrow(
      /^no-such-file\.jsonl cannot be read: ENOENT/,
    );
    await expect(linesOf('no-such-file.gz')).rejects.toThrow(/^no-such-file\.gz cannot be read: ENOENT/);
    await expect(linesOf(cut)).rejects.toThrow(/cut\.gz cannot be read/);
  });
});

describe('parseRow', () => {
  it('reads an object', () => {
    expect(parseRow('f', { number: 3, text: '{"a": 1}\r' }).fields).toEqual({ a: 1 });
  });

  it.each([
    ['{"a": ', 'f, line 3: is not JSON.'],
    ['[1]', 'f, line 3: is not an object.'],
    ['null', 'f, line 3: is not an object.'],
  ])('refuses %s', (text, message) => {
    expect(() => parseRow('f', { number: 3, text })).toThrow(message);
  });
});
