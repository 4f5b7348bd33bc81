import { describe, expect, it } from 'vitest';
import { compact } from '../../lib/model/compact';
import { READERS, requiredSites, sites } from '../../lib/sites';
import { classifyUrl } from '../../lib/sites/urls/classify-url';
import { classifyBy } from '../../lib/sites/urls/define-site';
import {
  fixtureFiles,
  fixtureFolders,
  imitatedUrl,
  readExamples,
  readFixture,
} from '../support/sites/site-fixtures';
import { matchesPattern } from '../support/sites/match-pattern';
import { sourceFiles, textOf } from '../support/repository';

const ids = sites.map(({ id }) => id);
const sorted = (list: readonly string[]) => [...new Set(list)].toSorted();
const files = sourceFiles('lib/sites');
/** Ids of the sites with a module of their own. */
const own = ids.filter((id) => files.includes(`lib/sites/${id}.ts`));
const withReader = own.filter((id) => textOf(`lib/sites/${id}.ts`).includes('export function read('));
const groups = files.filter(
  (path) => path.startsWith('lib/sites/groups/') && !path.endsWith('/platforms.ts'),
);
const idsIn = (path: string) => [...textOf(path).matchAll(/^ +id: '(.+)',$/gm)].map(([, id]) => id ?? '');

describe('the table of sites', () => {
  it('has 45 sites and more', () => {
    expect(ids.length).toBeGreaterThanOrEqual(45);
  });

  it.each<readonly [string, readonly string[]]>([
    ['the required sites', requiredSites.map(({ id }) => id)],
    ['the readers', Object.keys(READERS)],
    ...groups.map((path) => [path, idsIn(path)] as const),
  ])('is sorted by id, without duplicates: %s', (_, written) => {
    expect(written.length).toBeGreaterThan(2);
    expect(written, 'Sort the entries by id.').toEqual(sorted(written));
  });

  it('has each site in one module, its own or that of a group', () => {
    expect([...own, ...groups.flatMap(idsIn)].toSorted()).toEqual(ids);
  });

  it('has every site once', () => {
    expect(ids).toEqual(sorted(ids));
  });

  it('names every reader of a site’s own', () => {
    const forgotten = withReader.filter((id) => !Object.hasOwn(READERS, id));

    expect(forgotten, 'Give it a line among the READERS of lib/sites/index.ts.').toEqual([]);
  });

  it('has a fixture folder for each line, and no others', () => {
    expect(fixtureFolders().toSorted(), 'Each site has tests/fixtures/sites/<id>/.').toEqual(ids);
  });

  it('is granted at installation for the hosts of arXiv and Hugging Face only', () => {
    expect(requiredSites.map(({ id }) => id)).toEqual(['ar5iv', 'arxiv', 'huggingface']);
  });
});

describe.each(sites)('$id', (site) => {
  const { id, matches, anchors = {} } = site;
  const find = (url: string) => site.classify(new URL(url));
  const layouts = site.papers?.() ?? [];
  const { papers, suspected = [], others } = readExamples(id);
  const papersByUrl = papers.map((paper) => [paper.url, paper] as const);
  const question = (url: string) =>
    `Is ${url} a paper on ${id}? Mend its patterns, or move it between "papers", "suspected" and "others".`;

  it('has examples, imitated pages and expected values', () => {
    const pages = fixtureFiles(id).filter((name) => name.endsWith('.html'));

    const folder = `tests/fixtures/sites/${id}`;
    expect(papers.length + suspected.length, `Add papers to ${folder}/examples.json.`).toBeGreaterThan(0);
    expect(others.length, `Add listings and look-alikes to its "others".`).toBeGreaterThan(1);
    expect(pages.length, `Add an imitated page to ${folder}/.`).toBeGreaterThan(0);
    expect(Object.keys(JSON.parse(readFixture(id, 'expected.json'))).toSorted()).toEqual(pages.toSorted());
  });

  it('says on the first line of each imitated page what it imitates, and when that was seen', () => {
    for (const name of fixtureFiles(id).filter((file) => file.endsWith('.html'))) {
      const html = readFixture(id, name);
      expect(
        URL.canParse(imitatedUrl(html)),
        `${name}: start with <!-- Imitates URL as served on DATE … -->`,
      ).toBe(true);
    }
  });

  it.each(papersByUrl)(
    'finds the paper of %s',
    (url, { arxivId, record, version, view, url: _, ...named }) => {
      const ids = compact({ arxiv: arxivId, ...named });
      const ref = { site: id, view, ids, ...compact({ record, version }) };

      expect(find(url), question(url)).toEqual({ kind: 'paper', ref });
    },
  );

  it.each(layouts.map((layout) => [layout.example, layout] as const))(
    'knows the example of its entry by the pattern beside it: %s',
    (example, layout) => {
      const alone = classifyBy([layout], id, new URL(example));

      expect(alone, 'Mend the pattern or the example.').not.toBeNull();
      expect(find(example)).toEqual(alone);
    },
  );

  it.each([...papers.map(({ url }) => url), ...suspected, ...layouts.map(({ example }) => example)])(
    'runs its content script on %s',
    (url) => {
      const isMatched = matches.some((pattern) => matchesPattern(pattern, new URL(url)));

      expect(isMatched, `Add a path to the match patterns of ${id}, or drop the example.`).toBe(true);
    },
  );

  it('runs it on nearly no other page, unless readers go on without a load', () => {
    const home = [...new Set(matches)].filter(
      (pattern) => pattern.endsWith('//*') || /^[^/]+\/\/[^/]+\/\*$/.test(pattern),
    );

    expect(home.length > 0, 'Name the paths of papers in the match patterns.').toBe(
      site.isSinglePage ?? false,
    );
  });

  it.each(suspected)('leaves it to the page of %s', (url) => {
    expect(find(url), question(url)).toMatchObject({ kind: 'perhaps', ref: { site: id } });
  });

  it.each(others)('finds no paper at %s', (url) => {
    expect(find(url), question(url)).toBeNull();
  });

  it('finds no paper among the examples of the other sites', () => {
    for (const other of ids.filter((name) => name !== id)) {
      const examples = readExamples(other);
      const urls = [
        ...examples.papers.map(({ url }) => url),
        ...(examples.suspected ?? []),
        ...examples.others,
        ...(sites.find((one) => one.id === other)?.papers?.() ?? []).map(({ example }) => example),
      ];
      for (const url of urls) {
        const hint = `${url} is an example of ${other}. Is it a paper on ${id} too? Two sites must not share a URL.`;
        expect(find(url), hint).toBeNull();
      }
    }
  });

  it('is what the whole table finds for its papers', () => {
    for (const { url } of papers) expect(classifyUrl(new URL(url), sites)?.site.id, url).toBe(id);
  });

  it('has hosts of its own, not those of the scaffold', () => {
    expect(matches.filter((pattern) => pattern.includes('.example/'))).toEqual([]);
  });

  it('says when each anchor was last seen', () => {
    for (const seen of Object.values(anchors)) expect(seen).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
});
