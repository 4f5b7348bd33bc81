import { describe, expect, it } from 'vitest';
import { connection } from '../../../../lib/services/sync/connection';

describe('connection', () => {
  it.each([
    [{ onLine: true }, 'online'],
    [{}, 'online'],
    [{ onLine: false, connection: { saveData: true } }, 'offline'],
    [{ onLine: true, connection: { saveData: true } }, 'data-saver'],
    [{ onLine: true, connection: { saveData: false } }, 'online'],
    [{ onLine: true, connection: {} }, 'online'],
  ])('of %j is %s', (navigator, expected) => {
    expect(connection(navigator)).toBe(expected);
  });
});
