import { describe, expect, it } from 'vitest';
import { sites } from '../../../../lib/sites';
import { exactly, site } from '../../../../lib/sites/urls/define-site';
import { DEFAULT_GROUP, groupFile, scaffoldSite, TABLE_FILE } from '../../../../tools/new-site/scaffold';
import { textOf } from '../../../support/repository';

const takenIds = sites.map(({ id }) => id);
const scaffold = (id: string, isOwnReader = false) =>
  new Map(
    scaffoldSite(id, isOwnReader ? null : DEFAULT_GROUP, takenIds, textOf).map(({ path, text }) => [
      path,
      text,
    ]),
  );
const GROUP = groupFile(DEFAULT_GROUP);
const idsIn = (text: string) => [...text.matchAll(/^ {4}id: '(.+)',$/gm)].map(([, id]) => id ?? '');
const fixturesOf = (id: string) =>
  ['examples.json', 'paper.html', 'expected.json'].map((file) => `tests/fixtures/sites/${id}/${file}`);

describe('scaffoldSite', () => {
  it.each(['aaa', 'example-journal', 'zzz'])('puts %s into its group in order', (id) => {
    const ids = idsIn(scaffold(id).get(GROUP) ?? '');

    expect(ids).toContain(id);
    expect(ids).toEqual([...idsIn(textOf(GROUP)), id].toSorted());
  });

  it('touches one source file, beside fixtures', () => {
    const files = [...scaffold('example-journal').keys()];
    expect(files).toEqual([GROUP, ...fixturesOf('example-journal')]);
  });

  it('writes examples that the entry knows', () => {
    const files = scaffold('example-journal');
    const [, raw = ''] = /example-journal[^`]+exactly`(.+)`/.exec(files.get(GROUP) ?? '') ?? [];
    const path = exactly(Object.assign([raw], { raw: [raw] }));
    const made = site({
      id: 'example-journal',
      name: 'An Example',
      hosts: ['example-journal.example'],
      pages: ['/papers/*'],
      papers: () => [{ example: '', path }],
    });
    const examples = JSON.parse(files.get('tests/fixtures/sites/example-journal/examples.json') ?? '') as {
      readonly papers: readonly { readonly url: string; readonly view: string }[];
      readonly others: readonly string[];
    };

    expect(examples.papers.map(({ url }) => made.classify(new URL(url))?.ref.view)).toEqual([
      'abstract',
      'pdf',
    ]);
    expect(examples.others.map((url) => made.classify(new URL(url)))).toEqual([null, null, null]);
  });

  it('writes a module with a reader, and its lines in the table', () => {
    const files = scaffold('example-journal', true);
    const table = files.get(TABLE_FILE) ?? '';

    expect([...files.keys()].filter((path) => path.startsWith('lib/'))).toEqual([
      'lib/sites/example-journal.ts',
      TABLE_FILE,
    ]);
    expect(files.get('lib/sites/example-journal.ts')).toContain('export function read(page: Document)');
    expect(table).toContain(
      "import { read as readExampleJournal, urls as exampleJournal } from './example-journal';\nimport { read as readHugging",
    );
    expect(table).toContain('    ecva,\n    exampleJournal,\n    huggingface,');
    expect(table).toContain("  ecva: readCvf,\n  'example-journal': readExampleJournal,\n  huggingface:");
  });

  it.each(['', 'Nature', 'a b', '-a', 'a--b', '../x'])('refuses the id %j', (id) => {
    expect(() => scaffold(id)).toThrow('is no id');
  });

  it('refuses an id that is taken', () => {
    expect(() => scaffold('nature')).toThrow('already');
  });
});
