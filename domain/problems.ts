import type { z } from 'zod';

/** What is wrong with one field of an input: where (file, path inside it) and what would be right. */
export type Problem = { file?: string; path: string; message: string };

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] };

/** Checks an input against a schema; on failure gives every problem at once, each with the path to the field itself. */
export function parsed<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  file?: string,
): Parsed<z.output<Schema>> {
  const result = schema.safeParse(input, { error: inPlainWords, reportInput: true });
  if (result.success) return { ok: true, value: result.data };
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, []));
  return { ok: false, problems: problems.map((problem) => (file === undefined ? problem : { file, ...problem })) };
}

/**
 * When a check between fields runs: as soon as these fields themselves are right, whatever else is wrong, so that all
 * problems come at once. A field is named by its steps, `section.blocks`; places in a list do not count.
 */
export function asSoonAs(...fields: string[]): { when: (payload: z.core.ParsePayload) => boolean } {
  return {
    when: ({ issues }) =>
      !issues.some(({ code, path = [] }) => {
        const wrong = path.filter((step) => typeof step !== 'number').map(String);
        const same = (field: string) => field.split('.').every((step, index) => (wrong[index] ?? step) === step);
        return code !== 'unrecognized_keys' && fields.some(same);
      }),
  };
}

/** `section.blocks[1].paragraph[1].quote.text` */
export function fieldPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((written, step) => {
    if (typeof step === 'number') return `${written}[${step}]`;
    return written === '' ? String(step) : `${written}.${String(step)}`;
  }, '');
}

type Issue = z.core.$ZodIssue;

function problemsOf(issue: Issue, before: readonly PropertyKey[]): Problem[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: fieldPath([...path, key]),
      message: 'is not a known field: check its spelling, or take it out',
    }));
  if (issue.code === 'invalid_key') return issue.issues.flatMap((inner) => problemsOf(inner, path));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const kind = expectedKinds(issue.errors);
    if (kind) return [{ path: fieldPath(path), message: ofTheWrongKind(issue.input, kind) }];
    return likeliest(issue.errors).flatMap((inner) => problemsOf(inner, path));
  }
  return [{ path: fieldPath(path), message: issue.message }];
}

/** Of the branches of a union, the one that the writer most likely meant: right in kind, then with the least that is strange or missing at its top. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const strangeness = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => {
      if (issue.path.length === 0 && issue.code === 'invalid_type') return sum + 1000;
      if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return sum + 10 * issue.keys.length;
      if (issue.path.length === 1 && issue.code === 'invalid_type' && issue.input === undefined) return sum + 10;
      return sum + 1;
    }, 0);
  return branches.toSorted((one, other) => strangeness(one) - strangeness(other))[0] ?? [];
}

/** What can stand here, where the input is of no branch's kind; null where it is of some. */
function expectedKinds(branches: readonly (readonly Issue[])[]): string | null {
  const expected = branches.map(([first]) =>
    first?.code === 'invalid_type' && first.path.length === 0 ? (kinds[first.expected] ?? first.expected) : null,
  );
  return expected.includes(null) ? null : [...new Set(expected)].join(' or ');
}

const kinds: Record<string, string> = {
  string: 'a text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'an object in curly brackets',
  record: 'an object in curly brackets',
  Uint8Array: 'a file',
  nonoptional: 'given',
};

function inPlainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return ofTheWrongKind(issue.input, kinds[issue.expected] ?? issue.expected);
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}`;
    case 'invalid_union':
      return Array.isArray(issue.options) ? `must be ${oneOf(issue.options)}` : 'is none of what can stand here';
    case 'too_big':
      if (issue.origin === 'string') return `is too long: at most ${issue.maximum} characters`;
      return `is too ${issue.origin === 'array' ? 'many' : 'large'}: at most ${issue.maximum}`;
    case 'too_small':
      return `is too ${issue.origin === 'array' ? 'few' : 'small'}: at least ${issue.minimum}`;
    default:
      return undefined;
  }
}

function ofTheWrongKind(input: unknown, kind: string): string {
  return `is ${input === undefined ? 'missing' : 'of the wrong kind'}: it must be ${kind}`;
}

function oneOf(values: readonly unknown[]): string {
  return values
    .map(String)
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');
}
