/** Lets so many do their work at once, and so many more wait in the order in which they came; null to whoever comes then. */
export function takingTurns(places: { atOnce: number; waiting: number }) {
  let working = 0;
  const waiting: (() => void)[] = [];
  return async <Done>(work: () => Promise<Done>): Promise<Done | null> => {
    if (working >= places.atOnce) {
      if (waiting.length >= places.waiting) return null;
      await new Promise<void>((goOn) => waiting.push(goOn));
    } else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      // Whoever goes on takes over the place that becomes free.
      if (next) next();
      else working -= 1;
    }
  };
}
