import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pickPages } from '../../../../tools/shots/pick-pages';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'paperkin-pick-'));
  mkdirSync(join(dir, 'pages'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('pickPages', () => {
  it('picks the last recorded paper of each wanted site, and no other pages', () => {
    const lines = [
      { url: 'https://arxiv.org/abs/2606.00001', file: 'a' },
      { url: 'https://arxiv.org/abs/2606.00002', file: 'b' },
      { url: 'https://arxiv.org/list/cs.CL/new', file: 'c' },
      { url: 'https://arxiv.org/abs/2606.00003', file: null },
      { url: 'https://arxiv.org/abs/2606.00004', file: 'd', httpStatus: 404 },
      { url: null, file: 'e' },
      { url: 'https://www.usenix.org/conference/nsdi22/presentation/author', file: 'f' },
    ];
    writeFileSync(join(dir, 'pages', 'index.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));

    expect(pickPages(dir, ['usenix', 'pmlr', 'arxiv'])).toEqual([
      { site: 'usenix', url: 'https://www.usenix.org/conference/nsdi22/presentation/author' },
      { site: 'arxiv', url: 'https://arxiv.org/abs/2606.00002' },
    ]);
  });
});
