import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Looks recorded items of arXiv's daily feed up by category; recordings are named `…_cs_cl_DATE.xml`. */
export function recordedRss(dir: string): (category: string) => readonly string[] {
  if (!existsSync(dir)) return () => [];
  const names = readdirSync(dir).filter((name) => name.endsWith('.xml'));
  return (category) => {
    const part = `_${category.toLowerCase().replace('.', '_')}_`;
    return names
      .filter((name) => name.toLowerCase().includes(part))
      .flatMap((name) => readFileSync(join(dir, name), 'utf8').match(/<item>[\s\S]*?<\/item>/g) ?? []);
  };
}
