import { describe, expect, it } from 'vitest';
import { genericSites } from '../../../../lib/sites/generic-sites';
import { readRow } from '../../../../lib/sites/shared/read-row';
import { READERS_FILE, scaffoldSite, TABLE_FILE } from '../../../../tools/new-site/scaffold';
import { textOf } from '../../../support/repository';

const scaffold = (id: string, isOwnReader = false) =>
  new Map(scaffoldSite({ id, isOwnReader }, textOf).map(({ path, text }) => [path, text]));
const rowsIn = (table: string) => table.split('\n').filter((line) => /^[a-z\d-]+ \| /.test(line));

describe('scaffoldSite', () => {
  it.each(['aaa', 'example-journal', 'zzz'])('puts %s into the table in order', (id) => {
    const rows = rowsIn(scaffold(id).get(TABLE_FILE) ?? '');
    const ids = rows.map((row) => row.split(' | ')[0]);

    expect(ids).toEqual([...genericSites.map((site) => site.id), id].toSorted());
    expect(ids).toHaveLength(genericSites.length + 1);
  });

  it('writes examples that its line knows', () => {
    const files = scaffold('example-journal');
    const row = rowsIn(files.get(TABLE_FILE) ?? '').find((line) => line.startsWith('example-journal')) ?? '';
    const examples = JSON.parse(files.get('tests/fixtures/sites/example-journal/examples.json') ?? '') as {
      readonly papers: readonly { readonly url: string; readonly view: string }[];
      readonly others: readonly string[];
    };
    const site = readRow(row);

    expect(examples.papers.map(({ url }) => site.detect(new URL(url))?.view)).toEqual(['abstract', 'pdf']);
    expect(examples.others.map((url) => site.detect(new URL(url)))).toEqual([null, null, null]);
    expect([...files.keys()]).not.toContain(READERS_FILE);
  });

  it('writes a reader, its test and its line among the readers', () => {
    const files = scaffold('example-journal', true);
    const readers = files.get(READERS_FILE) ?? '';

    expect(files.get('lib/sites/example-journal.ts')).toContain(
      'export function readExampleJournal(page: Document)',
    );
    expect(files.get('tests/unit/sites/example-journal.test.ts')).toContain(
      "from '../../../lib/sites/example-journal'",
    );
    expect(readers).toContain(
      "import { readExampleJournal } from './example-journal';\nimport { huggingface }",
    );
    expect(readers).toContain("  ecva: readCvf,\n  'example-journal': readExampleJournal,\n  huggingface:");
  });

  it.each(['', 'Nature', 'a b', '-a', 'a--b', '../x'])('refuses the id %j', (id) => {
    expect(() => scaffold(id)).toThrow('is no id');
  });

  it('refuses an id that is taken', () => {
    expect(() => scaffold('nature')).toThrow('already');
  });
});
