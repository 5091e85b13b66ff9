import type { CaseSummary } from '../../web/staff-api/shown.ts';
import { numberOf, option } from './options.ts';
import { counted, moment, table } from './table.ts';
import type { Call, Option, Said } from './verb.ts';

export const caseFilters: readonly Option[] = [
  ['--stage <stage>', 'review, letter, statement, announcement, announced, lapsed …'],
  ['--country <code>', 'two letters, such as TR'],
  ['--waits-for <whom>', 'city, staff or nobody'],
  ['--assignee <person>', 'the id of a member of staff'],
  ['--view <view>', 'mine, team, cities, overdue, ready or all'],
  ['--overdue', 'only what is late'],
  ['--q <words>', 'words of the name, or the reference'],
  ['--limit <number>', 'at most so many'],
];

/** The cases that fit the filters, as data and as a table. */
export async function listCases(call: Call): Promise<Said> {
  const { options } = call;
  const client = await call.client();
  const query = {
    stage: option(options, 'stage'),
    country: option(options, 'country')?.toUpperCase(),
    waitsFor: option(options, 'waitsFor'),
    assignee: option(options, 'assignee'),
    view: option(options, 'view'),
    overdue: options['overdue'] === true ? true : undefined,
    q: option(options, 'q'),
    limit: numberOf(options, 'limit'),
  };
  const cases = await client.get<CaseSummary[]>('/cases', { query });
  return { data: cases, words: cases.length === 0 ? 'No case fits.' : inTable(cases) };
}

function inTable(cases: readonly CaseSummary[]): string {
  const rows = cases.map(({ id, name, stage, step, waits_for, due, overdue, todo }) => [
    id,
    name,
    step ? `${stage}, ${step}` : stage,
    waits_for === 'nobody' ? '' : waits_for,
    `${moment(due)}${overdue ? ' late' : ''}`,
    todo,
  ]);
  return `${table(['CASE', 'CITY', 'STAGE', 'WAITS FOR', 'DUE', 'TO DO'], rows)}\n${counted(cases.length, 'case', 'cases')}`;
}
