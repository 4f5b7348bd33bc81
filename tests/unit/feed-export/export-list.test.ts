import { describe, expect, it } from 'vitest';
import { exportList } from '../../../lib/feed-export/export-list';
import { exportedList } from '../../support/feed/exported-list';

describe('exportList', () => {
  it.each([
    ['atom', 'paperkin-2026-06-09.atom.xml', 'application/atom+xml', '<?xml'],
    ['json-feed', 'paperkin-2026-06-09.feed.json', 'application/feed+json', '{'],
    ['markdown', 'paperkin-2026-06-09.md', 'text/markdown', '# '],
  ] as const)('writes %s', (format, name, type, start) => {
    const file = exportList(exportedList(), format, '2026-06-09');

    expect(file).toMatchObject({ name, type });
    expect(file.text.startsWith(start)).toBe(true);
  });
});
