/** A sentence with its gaps, `{city}`, filled in; what is filled in is never searched for gaps again. */
export function fill(sentence: string, gaps: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}
