import { actWords } from '../act-table.ts';
import { type Field, type Form, filledIn, reasonField, type Values, zoned } from '../form.ts';
import type { CaseFile } from '../known.ts';
import { caseWords } from './case-words.ts';
import { type CaseContext, zoneOf } from './fields.ts';

/** The dialog of a decision about a case: what follows from it, and what has to be said with it. */
export function caseForm(kind: string, context: CaseContext): Form {
  const { file } = context;
  const { name, id } = file.summary;
  const words = caseWords[kind];
  const fields = words?.fields?.(context) ?? [reasonField];
  const says = actWords(kind).says;
  return {
    title: `${capital(says)}: ${name}`,
    follows: words?.follows(context) ?? [],
    fields,
    ...(words?.confirm ? { confirm: name } : {}),
    button: says,
    done: `Done: ${says}, ${name}.`,
    send: (values, frame) => ({
      path: `/cases/${encodeURIComponent(id)}/acts`,
      body: { ...frame, decision: { kind, ...decisionOf(fields, values, file), ...words?.more?.(file, values) } },
    }),
  };
}

function decisionOf(fields: readonly Field[], values: Values, file: CaseFile): Record<string, string> {
  const said = filledIn(
    values,
    fields.map(({ name }) => name),
  );
  if (said['tell'] === 'now') delete said['tell'];
  return said['until'] === undefined ? said : { ...said, until: zoned(said['until'], zoneOf(file)) };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
