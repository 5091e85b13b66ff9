/** The text fields of a form by their names, which are paths such as `contacts[0].email`. */
export type Fields = ReadonlyMap<string, string>;

export type Branch = { [name: string]: Node };
export type Node = string | undefined | Branch | Node[];

/** The text fields of a form; the last of a name counts, and files are left to whoever asks for them. */
export function fieldsOf(form: FormData): Fields {
  const fields = new Map<string, string>();
  for (const [name, value] of form) if (typeof value === 'string') fields.set(name, value);
  return fields;
}

/**
 * Builds objects and lists from names that are paths. Rows that are missing are `undefined`; names that are no path, and
 * those that would reach into the language itself (`__proto__`), are left out.
 */
export function unflattened(form: FormData): Branch {
  const root: Branch = {};
  for (const [name, value] of fieldsOf(form)) {
    const steps = stepsOf(name);
    if (steps) place(root, steps, value);
  }
  return root;
}

/** The part of a tree that must be an object; an empty one where it is something else or missing. */
export function branchOf(node: Node): Branch {
  return typeof node === 'object' && !Array.isArray(node) ? node : {};
}

/** The rows of a tree that are not empty, each with the number it has in the form. */
export function rowsOf(node: Node, isEmpty: (row: Branch) => boolean): { row: number; value: Branch }[] {
  const rows = Array.isArray(node) ? node : [];
  return rows.map((value, row) => ({ row, value: branchOf(value) })).filter(({ value }) => !isEmpty(value));
}

/** Whether a field has nothing in it but spaces. */
export function isBlank(node: Node): boolean {
  return typeof node === 'string' ? node.trim() === '' : node === undefined;
}

/** The fields of a branch that are filled in, as they were typed; those that hold no words lose the spaces around them. */
export function filledIn(branch: Branch): Branch {
  const filled = Object.entries(branch).filter(([, value]) => !isBlank(value));
  return Object.fromEntries(
    filled.map(([name, value]) => [name, typeof value === 'string' && strict.has(name) ? value.trim() : value]),
  );
}

/** Fields in which a space is a slip of the hand, such as one that came along with a copied address. */
const strict = new Set([
  'country',
  'subdivision',
  'timeZone',
  'website',
  'asOf',
  'email',
  'language',
  'termStart',
  'termEnd',
  'decidedOn',
  'effectiveOn',
  'date',
  'url',
]);

type Step = string | number;
const refused = new Set(['__proto__', 'constructor', 'prototype']);

function stepsOf(name: string): Step[] | null {
  if (!/^[A-Za-z]+(\.[A-Za-z]+|\[\d{1,3}\])*$/.test(name)) return null;
  const steps = (name.match(/[A-Za-z]+|\d+/g) ?? []).map((step) => (/^\d/.test(step) ? Number(step) : step));
  return steps.some((step) => typeof step === 'string' && refused.has(step)) ? null : steps;
}

function place(root: Branch, steps: readonly Step[], value: string): void {
  let at: Branch | Node[] = root;
  for (const [index, step] of steps.entries()) {
    const next: Step | undefined = steps[index + 1];
    if (next === undefined) return put(at, step, value);
    const found: Node = read(at, step);
    if (typeof found === 'string') return;
    const inner: Branch | Node[] = found ?? (typeof next === 'number' ? [] : {});
    put(at, step, inner);
    at = inner;
  }
}

function read(at: Branch | Node[], step: Step): Node {
  if (Array.isArray(at)) return typeof step === 'number' ? at[step] : undefined;
  return Object.hasOwn(at, step) ? at[step] : undefined;
}

function put(at: Branch | Node[], step: Step, value: Node): void {
  if (!Array.isArray(at)) {
    if (typeof read(at, step) !== 'object' || typeof value === 'object') at[step] = value;
    return;
  }
  if (typeof step !== 'number') return;
  while (at.length < step) at.push(undefined);
  at[step] = value;
}
