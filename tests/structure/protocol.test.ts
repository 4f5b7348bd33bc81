import { describe, expect, it } from 'vitest';
import { textOf } from '../support/repository';

describe('the protocol', () => {
  const text = textOf('lib/messages/protocol.ts');
  const interfaces = [...text.matchAll(/export interface (?:Page)?Protocol \{([\s\S]*?)^\}/gm)].map(
    ([, body]) => body ?? '',
  );
  const names = interfaces.flatMap((body) =>
    [...body.matchAll(/^ {2}'([^']+)'\(/gm)].map(([, name]) => name ?? ''),
  );

  it('names every message area.verb, once', () => {
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => !/^[a-z]+\.[a-z][A-Za-z]*$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says for each message, or for the group it is in, who asks whom', () => {
    const undocumented = interfaces.flatMap((body) => {
      const lines = body.split('\n');
      return names.filter((name) => {
        const at = lines.findIndex((line) => line.startsWith(`  '${name}'(`));
        const before = lines.slice(0, Math.max(at, 0)).toReversed();
        return at >= 0 && !/(?:\*\/|'\(.*\): )/.test(before.find((line) => line.trim() !== '') ?? '');
      });
    });
    expect(undocumented).toEqual([]);
  });
});
