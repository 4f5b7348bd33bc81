import { describe, expect, it } from 'vitest';
import { formatReadingFile, parseReadingFile } from '../../../lib/reading-list/file';
import { savedPaper } from '../../support/builders';
import { everySaved } from '../../support/samples';

describe('parseReadingFile', () => {
  it('reads back what formatReadingFile wrote', () => {
    const entries = [savedPaper({ state: 'done' }), everySaved()];
    expect(parseReadingFile(formatReadingFile(entries))).toEqual({ entries, dropped: 0 });
  });

  it('reads an entry that an older version wrote with the mark of its removal', () => {
    const removed = savedPaper({ removedAtMs: 5 });
    const text = JSON.stringify({ format: 'paperkin-reading-list', version: 1, papers: [removed] });
    expect(parseReadingFile(text)).toEqual({ entries: [removed], dropped: 0 });
  });

  it('drops and counts entries that are not saved papers', () => {
    const text = JSON.stringify({
      format: 'paperkin-reading-list',
      version: 1,
      papers: [savedPaper(), 5, { ...savedPaper(), state: 'burnt' }],
    });
    expect(parseReadingFile(text)).toMatchObject({ entries: [savedPaper()], dropped: 2 });
  });

  it.each(['', '{', '[]', 'null', '{"format":"paperkin-reading-list"}'])('refuses %j', (text) => {
    expect(() => parseReadingFile(text)).toThrow(expect.objectContaining({ code: 'bad-file' }));
  });
});
