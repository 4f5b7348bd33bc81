import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sites } from '../lib/sites';
import { required, runProgram } from './command-line';
import { DEFAULT_GROUP, groupFile, scaffoldSite } from './new-site/scaffold';

const root = resolve(import.meta.dirname, '..');

await runProgram({
  usage: `npm run new:site ID                     a site that the common tags describe
npm run new:site -- ID --group NAME     the same, in lib/sites/groups/NAME.ts (default: ${DEFAULT_GROUP})
npm run new:site -- ID --own            a site whose pages need a reader of their own`,
  read(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        own: { type: 'boolean', default: false },
        group: { type: 'string', default: DEFAULT_GROUP },
      },
      allowPositionals: true,
    });
    const [id, ...others] = positionals;
    if (others.length > 0) throw new Error('Give one ID.');
    if (!existsSync(resolve(root, groupFile(values.group)))) throw new Error(`No group ${values.group}.`);
    return { id: required(id, 'ID'), group: values.own ? null : values.group };
  },
  async run({ id, group }) {
    const takenIds = sites.map((site) => site.id);
    const readOwn = (path: string) => readFileSync(resolve(root, path), 'utf8');
    for (const { path, text } of scaffoldSite(id, group, takenIds, readOwn)) {
      mkdirSync(resolve(root, dirname(path)), { recursive: true });
      writeFileSync(resolve(root, path), text);
      console.log(`wrote ${path}`);
    }
    console.log(nextSteps(id, group));
  },
});

function nextSteps(id: string, group: string | null): string {
  const file = group === null ? `lib/sites/${id}.ts` : groupFile(group);
  const steps = [
    `${file}: name, hosts, and the patterns of ${id}'s URLs, each with an example.`,
    `tests/fixtures/sites/${id}/examples.json: real URLs of papers, and of listings, searches and look-alikes.`,
    `tests/fixtures/sites/${id}/paper.html: the tags of a real page with words of your own, its URL and the date.`,
    ...(group === null
      ? [`${file}, read: what the common tags lack. Prefer what the site promises to machines.`]
      : []),
    'npm run fix: writes the name into README.md.',
    'npx vitest run tests/structure tests/unit/sites: names what is missing, and tries the URLs on every other site.',
  ];
  return ['', 'Next:', ...steps.map((step, index) => `${index + 1}. ${step}`)].join('\n');
}
