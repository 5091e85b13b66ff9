/** A form as it stands: the id that makes sending it twice one act, what is typed in it, and what is wrong with it. */
export type FormState = { id: string; values: ReadonlyMap<string, string>; problems: readonly FieldProblem[] };
/** What is wrong with a field: in words that follow its name, or, where `whole` is set, in a sentence of its own. */
export type FieldProblem = { field: string; message: string; whole?: true };

/** The rows of a list to show: as many as asked for, and every one that something is typed in. */
export function rowsOf({ values }: FormState, list: string, atLeast: number): number[] {
  const rows = new Set(Array.from({ length: atLeast }, (_, row) => row));
  for (const [name, value] of values) {
    const row = name.startsWith(`${list}[`) ? /^\d+/.exec(name.slice(list.length + 1))?.[0] : undefined;
    if (row !== undefined && value.trim() !== '') rows.add(Number(row));
  }
  return [...rows].toSorted((one, other) => one - other);
}

/** Whether something is typed in a part of a form, or wrong with it. */
export function isTouched({ values, problems }: FormState, part: string): boolean {
  const inPart = (name: string) => name.startsWith(`${part}.`) && !name.endsWith('.source.kind');
  return (
    problems.some(({ field }) => field.startsWith(`${part}.`)) ||
    values.entries().some(([name, value]) => inPart(name) && value.trim() !== '')
  );
}
