/** A way on for an announcement whose date has passed while cities are not ready; `city` where it is about one. */
export type LateOption = { kind: 'wait-until' | 'go-without' | 'split'; city?: string; sentence: string };

export type LateCity = { city: string; name: string };

const english = {
  wait: (awaited: string) => `Wait for ${awaited} until a day that you name. The others wait as long.`,
  goWithout: (city: string) => `Go without ${city}. It keeps its place in the next announcement, and the others go on.`,
  split: (ready: string, awaited: string) =>
    `Split it in two: ${ready} now, and ${awaited} in an announcement of their own.`,
};

const catalogues: Record<string, typeof english> = { en: english };

/** The ways on, as whole sentences in a language (English where there is no catalogue); which of them is for a person to decide. */
export function lateOptions(awaited: readonly LateCity[], ready: readonly LateCity[], language: string): LateOption[] {
  const words = catalogues[language] ?? english;
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const names = (cities: readonly LateCity[]) => list.format(cities.map(({ name }) => name));
  const others = awaited.length + ready.length > 1;
  return [
    { kind: 'wait-until', sentence: words.wait(names(awaited)) },
    ...(others
      ? awaited.map(({ city, name }) => ({ kind: 'go-without' as const, city, sentence: words.goWithout(name) }))
      : []),
    ...(ready.length > 0 ? [{ kind: 'split' as const, sentence: words.split(names(ready), names(awaited)) }] : []),
  ];
}
