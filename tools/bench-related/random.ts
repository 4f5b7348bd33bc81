/** Gives the next number from 0 up to 1. */
export type Random = () => number;

/** Numbers that are the same in every run. Source: mulberry32, Tommy Ettinger 2017. */
export function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
