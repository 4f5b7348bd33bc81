/** Archives that became categories; the pages of their papers show today's name. */
const TODAY: Readonly<Record<string, string>> = {
  'acc-phys': 'physics.acc-ph',
  'adap-org': 'nlin.AO',
  'alg-geom': 'math.AG',
  'ao-sci': 'physics.ao-ph',
  'atom-ph': 'physics.atom-ph',
  'funct-an': 'math.FA',
};

/** The name under which arXiv shows a category today: `alg-geom` is `math.AG`. */
export function todaysCategory(category: string): string {
  return TODAY[category] ?? category;
}
