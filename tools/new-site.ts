import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sites } from '../lib/sites';
import { DEFAULT_GROUP, groupFile, scaffoldSite } from './new-site/scaffold';

const USAGE = `npm run new:site ID                     a site that the common tags describe
npm run new:site -- ID --group NAME     the same, in lib/sites/groups/NAME.ts (default: ${DEFAULT_GROUP})
npm run new:site -- ID --own            a site whose pages need a reader of their own`;

const root = resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: { own: { type: 'boolean', default: false }, group: { type: 'string', default: DEFAULT_GROUP } },
  allowPositionals: true,
});
const [id] = positionals;
if (id === undefined || positionals.length > 1 || !existsSync(resolve(root, groupFile(values.group)))) {
  console.error(USAGE);
  process.exit(2);
}

try {
  const files = scaffoldSite(
    { id, isOwnReader: values.own, group: values.group },
    sites.map((site) => site.id),
    (path) => readFileSync(resolve(root, path), 'utf8'),
  );
  for (const { path, text } of files) {
    mkdirSync(resolve(root, dirname(path)), { recursive: true });
    writeFileSync(resolve(root, path), text);
    console.log(`wrote ${path}`);
  }
  console.log(nextSteps(id, values.own ? `lib/sites/${id}.ts` : groupFile(values.group), values.own));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

function nextSteps(site: string, file: string, isOwn: boolean): string {
  const steps = [
    `${file}: name, hosts, and the patterns of ${site}'s URLs, each with an example.`,
    `tests/fixtures/sites/${site}/examples.json: real URLs of papers, and of listings, searches and look-alikes.`,
    `tests/fixtures/sites/${site}/paper.html: the tags of a real page with words of your own, its URL and the date.`,
    ...(isOwn
      ? [`${file}, read: what the common tags lack. Prefer what the site promises to machines.`]
      : []),
    'npm run fix: writes the name into README.md.',
    'npx vitest run tests/structure tests/unit/sites: names what is missing, and tries the URLs on every other site.',
  ];
  return ['', 'Next:', ...steps.map((step, index) => `${index + 1}. ${step}`)].join('\n');
}
