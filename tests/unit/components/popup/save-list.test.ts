import { describe, expect, it } from 'vitest';
import { saveList } from '../../../../components/popup/save-list';
import { exportedList } from '../../../support/feed/exported-list';

describe('saveList', () => {
  it('offers the list as a file of the format', () => {
    const files: string[][] = [];

    saveList({ ...exportedList(), fileName: 'arxiv-day-2026-06-09' }, 'atom', (...file) => {
      files.push(file.map(String));
    });

    expect(files).toEqual([
      ['paperkin-arxiv-day-2026-06-09.atom.xml', expect.stringContaining('<feed'), 'application/atom+xml'],
    ]);
  });
});
