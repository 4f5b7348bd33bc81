import { describe, expect, it } from 'vitest';
import { paperTable } from '../../../../tools/demo/lists';

describe('paperTable', () => {
  it('numbers the rows and cuts what is too long', () => {
    const lines = paperTable('Related', 'Why', [
      { title: 'Short', detail: 'shares words' },
      { title: 'x'.repeat(80), detail: '' },
    ]).split('\n');
    expect(lines[0]).toBe('Related (2)');
    expect(lines[3]).toMatch(/^1 {2}Short {57}shares words$/);
    expect(lines[4]).toMatch(/^2 {2}x{59}…$/);
  });
});
