/** Pseudo-random numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/** Source: mulberry32 (Tommy Ettinger, public domain); period 2^32, enough for some 10^8 draws. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Mixes several numbers into a seed, so that each text of each batch has its own random numbers. */
export function mixSeeds(...parts: readonly number[]): number {
  let hash = 0x9e_37_79_b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85_eb_ca_6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** Shuffles the numbers in place. Source: Fisher and Yates. */
export function shuffle(numbers: Int32Array | Uint8Array, random: Random): void {
  for (let last = numbers.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const kept = numbers[last] ?? 0;
    numbers[last] = numbers[other] ?? 0;
    numbers[other] = kept;
  }
}

/** A number of the standard normal distribution. Source: Box and Muller 1958. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
