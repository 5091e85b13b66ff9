import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { type Problem, parsed } from '../../domain/problems.ts';
import type { DoorRefusal } from '../../service/answer.ts';
import type { FieldProblem, FormState } from '../../templates/pages/form-state.ts';
import { refusalWords } from '../../templates/refusals.ts';
import type { Filling } from './form-fields.ts';
import { fieldsOf } from './form-paths.ts';
import type { Reading } from './read-application.ts';

/** A form as nobody has sent it yet, with what is known filled in. */
export function newForm(values: Filling = []): FormState {
  return { id: randomUUID(), values: new Map(values), problems: [] };
}

/** A form as it was sent, to be shown again: nothing that was typed is lost. */
export function sameForm(form: FormData, problems: readonly FieldProblem[] = [], id: string = randomUUID()): FormState {
  return { id, values: fieldsOf(form), problems };
}

/** The form that was sent; an empty one where the body is none. */
export async function formIn(context: Context): Promise<FormData> {
  try {
    return await context.req.formData();
  } catch {
    return new FormData();
  }
}

/** The id that makes sending a form twice one act; a new one where the form brings none. */
export function formIdIn(form: FormData): string {
  const given = z.uuid().safeParse(form.get('form'));
  return given.success ? given.data : randomUUID();
}

/** All that is wrong with a form, by its own rules, by the schema's and by what else is known; one problem for each field. */
export function problemsIn(reading: Reading, schema: z.ZodType, known: Problem[] = []): FieldProblem[] {
  const read = parsed(schema, reading.input);
  return atFields([
    ...reading.problems,
    ...[...(read.ok ? [] : read.problems), ...known].map((problem) => ({
      ...problem,
      path: reading.fieldOf(problem.path),
    })),
  ]);
}

/** What a refusal says about the fields of a form; null where it says nothing that changing the form would mend. */
export function fieldProblems(
  refusal: DoorRefusal,
  fieldOf: (path: string) => string,
  language: string,
): FieldProblem[] | null {
  switch (refusal.code) {
    case 'invalid':
      return atFields(refusal.problems.map(({ path, message }) => ({ path: fieldOf(path), message })));
    case 'code-wrong':
    case 'code-ended':
    case 'code-used':
      return [sentence('code', refusal, language)];
    case 'unreachable':
      return [sentence('', refusal, language)];
    default:
      return null;
  }
}

/** How many rows of a list to show: as many as are asked for, within what a form may have. */
export function rowsAsked(asked: string | undefined, otherwise: number, most: number): number {
  const rows = /^\d{1,3}$/.test(asked ?? '') ? Number(asked) : otherwise;
  return Math.min(Math.max(rows, 1), most);
}

/** How many rows of a list were sent, and one more where that was asked for. */
export function rowsSent(form: FormData, list: RegExp, more: string, otherwise: number, most: number): number {
  const sent = [...fieldsOf(form).keys()].flatMap((name) => {
    const row = list.exec(name)?.[1];
    return row === undefined ? [] : [Number(row) + 1];
  });
  const rows = Math.max(otherwise, ...sent.filter((row) => row <= most));
  return Math.min(rows + (form.get('more') === more ? 1 : 0), most);
}

function sentence(field: string, refusal: DoorRefusal, language: string): FieldProblem {
  const { what, next } = refusalWords(refusal, language);
  return { field, message: `${what} ${next}`, whole: true };
}

function atFields(problems: Problem[]): FieldProblem[] {
  const first = new Map<string, FieldProblem>();
  for (const { path, message } of problems) if (!first.has(path)) first.set(path, { field: path, message });
  return [...first.values()];
}
