import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { scaffoldSite } from './new-site/scaffold';

const USAGE = `npm run new:site ID             a site that the common tags describe
npm run new:site -- ID --own    and one whose pages need a reader of their own`;

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: { own: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [id] = positionals;
if (id === undefined || positionals.length > 1) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const files = scaffoldSite({ id, isOwnReader: values.own }, (path) =>
    readFileSync(resolve(root, path), 'utf8'),
  );
  for (const { path, text } of files) {
    mkdirSync(resolve(root, dirname(path)), { recursive: true });
    writeFileSync(resolve(root, path), text);
    console.log(`wrote ${path}`);
  }
  console.log(nextSteps(id, values.own));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function nextSteps(site: string, isOwn: boolean): string {
  const steps = [
    `lib/sites/generic-sites.ts: name, hosts and patterns of ${site}; the columns are explained above the table.`,
    `tests/fixtures/sites/${site}/examples.json: real URLs of papers, and of listings, searches and look-alikes.`,
    `tests/fixtures/sites/${site}/paper.html: the tags of a real page with words of your own, its URL and the date.`,
    ...(isOwn
      ? [`lib/sites/${site}.ts: what the common tags lack. Prefer what the site promises to machines.`]
      : []),
    'README.md: the name in the list of sites.',
    'npx vitest run tests/structure tests/unit/sites: names what is missing, and tries the URLs on every other site.',
  ];
  return ['', 'Next:', ...steps.map((step, index) => `${index + 1}. ${step}`)].join('\n');
}
