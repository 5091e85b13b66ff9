/** Lets so many work at once; the others wait in the order in which they came. */
export function turnsOf(places: number): { during<Value>(work: () => Promise<Value>): Promise<Value> } {
  const waiting: (() => void)[] = [];
  let free = places;
  return {
    during: async (work) => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
