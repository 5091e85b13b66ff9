/** A figure of ours beside the limit of the same run. `goal` is the ratio ours / limit that is to be kept. */
export type Figure = {
  name: string;
  unit: string;
  ours: number;
  limit: number;
  /** What the limit is. */
  beside: string;
  goal: { at: 'least' | 'most'; ratio: number } | null;
};

/** Measures; `full` takes the large sizes, which need many minutes. */
export type Part = (size: { full: boolean }) => Promise<Figure[]>;

/** One line for a figure: ours, the limit, their ratio, and whether it keeps its goal. */
export function inWords({ name, unit, ours, limit, beside, goal }: Figure): string {
  const ratio = ours / limit;
  const kept = goal === null || (goal.at === 'least' ? ratio >= goal.ratio : ratio <= goal.ratio);
  const judged =
    goal === null ? '' : `  goal ${goal.at === 'least' ? '≥' : '≤'} ${goal.ratio}  ${kept ? 'kept' : 'NOT KEPT'}`;
  const measured = `${short(ours)} ${unit}`.padStart(18);
  return `${name.padEnd(36)}${measured}   ${beside} ${short(limit)}   ratio ${ratio.toFixed(2)}${judged}`;
}

/** The value below which so many of a hundred lie. */
export function percentile(values: readonly number[], of100: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of100) / 100))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

function short(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
