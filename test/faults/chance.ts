/** Chance that can be had again: the same seed, the same run (mulberry32). */
export type Chance = {
  /** From 0 up to but without 1. */
  next(): number;
  oneOf<Value>(values: readonly Value[]): Value;
  happens(probability: number): boolean;
};

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    oneOf: (values) => {
      const chosen = values[Math.floor(next() * values.length)];
      if (chosen === undefined) throw new Error('There is nothing to choose from.');
      return chosen;
    },
    happens: (probability) => next() < probability,
  };
}
