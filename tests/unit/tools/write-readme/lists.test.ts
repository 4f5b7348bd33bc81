import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../../lib/sources/descriptions';
import { withLists } from '../../../../tools/write-readme/lists';

const readme = `# Sites
<!-- sites: written -->
<!-- end of sites -->
# Sources
<!-- sources: written -->old<!-- end of sources -->
`;

describe('withLists', () => {
  it('writes the optional sites in order, counted, and the sources', () => {
    const sites = [
      { name: 'Nature', access: 'optional' },
      { name: 'arXiv', access: 'required' },
      { name: 'BMJ', access: 'optional' },
    ] as const;
    const written = withLists(readme, sites, SOURCES);

    expect(written).toContain('\n\n2 more sites work once you allow them: BMJ, Nature.\n\n');
    expect(written).toContain(
      '- **arXiv**: the categories you choose; day, week, month; back as many months',
    );
    expect(written).not.toContain('old');
    expect(withLists(written, sites, SOURCES)).toBe(written);
  });

  it('refuses a text without its comments', () => {
    expect(() => withLists('# Paperkin', [], SOURCES)).toThrow('README.md lacks "<!-- sites');
  });
});
