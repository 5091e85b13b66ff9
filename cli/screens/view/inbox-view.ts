import type { Row, Views } from '../known.ts';
import { bold, cells, column, type Line, leftAndRight, line, type Tone, toned } from '../lines.ts';
import { type Inbox, type State, views } from '../state.ts';
import { age, byWhen } from '../when.ts';
import { countryName, signOf, stageWord, whatToDo } from '../words/stages.ts';
import { emptyInbox } from './empty-view.ts';
import { footer, rule, windowed } from './frame.ts';

const above = 5;
const below = 9;

/** The list of cases: views with counts, the filter in force, the rows, and what the selected one is about. */
export function inboxView(state: State, page: Inbox): Line[] {
  const height = inboxRows(state);
  const from = windowStart(page.selected, height, page.rows?.length ?? 0);
  const rows = page.rows?.map((row, index) => rowLine(state, row, index === page.selected)) ?? [];
  return [
    tabs(state, page),
    filterLine(state, page),
    line(''),
    heading(state),
    rule(state),
    ...(rows.length === 0 ? windowed(emptyInbox(state, page), 0, height) : windowed(rows, from, height)),
    rule(state),
    ...strip(state, page.rows?.[page.selected] ?? null),
    rule(state),
    ...footer(state, page.typing ? 'filter' : 'inbox'),
  ];
}

/** How many cases are seen at once. */
export function inboxRows({ size }: State): number {
  return Math.max(1, size.rows - above - below);
}

function windowStart(selected: number, height: number, length: number): number {
  return Math.max(0, Math.min(selected - Math.floor(height / 2), length - height));
}

const names: Record<Views, string> = {
  mine: 'Mine',
  team: 'Team',
  cities: 'Cities',
  overdue: 'Overdue',
  ready: 'Ready',
  all: 'All',
};

function tabs({ counts }: State, page: Inbox): Line {
  const tab = (view: Views, index: number) => {
    const count = counts?.views[view];
    const words = `${index + 1} ${names[view]}${count === undefined ? '' : ` ${count}`}`;
    return view === page.view ? bold(`[${words}]  `) : toned('quiet', `${words}  `);
  };
  return line(' oasc  ', ...views.map(tab));
}

function filterLine({ counts, size }: State, page: Inbox): Line {
  const words = page.filter === '' && !page.typing ? '' : ` filter ${page.filter}${page.typing ? '_' : ''}`;
  const all = counts?.views.all;
  const shown = page.rows === null ? '' : `${page.rows.length} of ${all ?? page.rows.length}   due first `;
  return leftAndRight(line(bold(words)), line(toned('quiet', shown)), size.columns);
}

/** The widths of the columns: what is left of the terminal goes to the city and to what to do. */
function widths(columns: number) {
  const extra = Math.max(0, columns - 80);
  const small = Math.min(0, columns - 80);
  const city = 16 + Math.floor(extra / 3);
  return { city, todo: Math.max(8, 24 + extra - Math.floor(extra / 3) + small), due: 13 };
}

function heading({ size }: State): Line {
  const { city, todo } = widths(size.columns);
  const words = `    ${column('City', city)} In  ${column('Stage', 9)}  ${column('What to do', todo)} Since Due`;
  return line(toned('quiet', words));
}

function rowLine(state: State, row: Row, isSelected: boolean): Line {
  const { city, todo, due } = widths(state.size.columns);
  const { now, zone } = state;
  const sign = signOf(row);
  const since = row.since ? age(row.since, now) : '';
  const words = [
    ` ${column(row.name, city)} ${row.country}  ${column(stageWord(row.stage), 9)}  ${column(whatToDo(row), todo)}`,
    ` ${' '.repeat(Math.max(0, 4 - cells(since)))}${since}  `,
    column(dueWords(row, now, zone), due),
  ].join('');
  const text = isSelected ? bold(words) : words;
  return line(isSelected ? bold('> ') : '  ', { text: sign, ...tonesOf[sign], bold: true }, text);
}

const tonesOf: Record<string, { tone: Tone }> = {
  '!': { tone: 'stop' },
  '=': { tone: 'quiet' },
  '?': { tone: 'warn' },
  '*': { tone: 'link' },
  '+': { tone: 'go' },
};

function dueWords(row: Row, now: string, zone: string): string {
  if (row.held_until) return `hold ${byWhen(row.held_until, now, zone)}`;
  return row.due === null ? '' : byWhen(row.due, now, zone);
}

/** Four rows that explain the selected case in sentences. */
function strip(state: State, row: Row | null): Line[] {
  if (!row) return [line(''), line(''), line(''), line('')];
  const { now, zone, size } = state;
  const turn = row.waits_for === 'staff' ? 'Your turn' : row.waits_for === 'city' ? "The city's turn" : 'Nobody waits';
  const since = row.since ? ` for ${age(row.since, now)}` : '';
  const asked = row.questions ? `${row.questions} open ${row.questions === 1 ? 'question' : 'questions'}.` : '';
  const assigned =
    row.assignee === undefined || row.assignee === null ? '' : `Given to ${nameOf(state, row.assignee)}.`;
  return [
    leftAndRight(
      line(` ${signOf(row)} `, bold(`${row.name}, ${countryName(row.country)}`)),
      line(toned('quiet', `case ${row.id} `)),
      size.columns,
    ),
    line(`   ${turn}${since}: ${whatToDo(row)}.`),
    line(`   ${row.due === null ? '' : `By ${byWhenLong(row.due, now, zone)}.`}`),
    line(`   ${[assigned, asked].filter((words) => words !== '').join(' ')}`),
  ];
}

function byWhenLong(due: string, now: string, zone: string): string {
  const words = byWhen(due, now, zone);
  return words.endsWith('overdue') ? `a day that has passed: ${words}` : words;
}

function nameOf({ me }: State, id: string): string {
  return id === me?.id ? 'you' : id;
}
