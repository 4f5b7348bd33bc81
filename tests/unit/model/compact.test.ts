import { describe, expect, expectTypeOf, it } from 'vitest';
import { compact } from '../../../lib/model/compact';

describe('compact', () => {
  it('drops what is undefined and nothing else', () => {
    const made = compact({ a: undefined, b: null, c: 0, d: '', e: false });
    expect(made).toEqual({ b: null, c: 0, d: '', e: false });
    expect(Object.hasOwn(made, 'a')).toBe(false);
  });

  it('makes the keys that may be undefined optional', () => {
    const maybe: string | undefined = ['x'].at(0);
    const made = compact({ always: 1, maybe });
    expectTypeOf(made).toExtend<{ readonly always: number; readonly maybe?: string }>();
    // @ts-expect-error -- it may be absent.
    const text: string = made.maybe;
    expect(text).toBe('x');
  });
});
