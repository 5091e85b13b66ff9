import type { CaseFile } from '../known.ts';
import { bold, fitted, type Line, leftAndRight, line, toned } from '../lines.ts';
import { type CasePage, type Part, parts, type State } from '../state.ts';
import { known } from '../subjects.ts';
import { age, byWhen, dayAndTime, dayOf } from '../when.ts';
import { countryName, signOf, whatFollows, whatToDo } from '../words/stages.ts';
import { actPanel } from './act-panel.ts';
import { factLines } from './facts-view.ts';
import { footer, rule, whereabouts, whichRows, windowed } from './frame.ts';
import { letterLines } from './letter-view.ts';
import { mailLines } from './mails-view.ts';
import { noteLines } from './notes-view.ts';
import { paperLines } from './papers-view.ts';
import { statementLines } from './statement-view.ts';
import { timelineLines } from './timeline-view.ts';

const above = 6;
const below = 10;

/** The page of a case: whose turn it is, what happened and was said, and what one may do now. */
export function caseView(state: State, page: CasePage): Line[] {
  const { columns } = state.size;
  const { file } = page;
  const rows = partLines(state, page);
  const height = partRows(state);
  const from = isListed(page.part) ? Math.max(0, page.scrolled - height + 1) : page.scrolled;
  return [
    leftAndRight(
      whereabouts(file ? `${page.name}, ${countryName(file.summary.country)}` : page.name),
      line(toned('quiet', `${page.case} `)),
      columns,
    ),
    fitted(file ? turnLine(state, file) : line(toned('quiet', `   Asking ${state.host} ...`)), columns),
    line(toned('quiet', `   ${file ? whatFollows(file.summary) : ''}`)),
    rule(state),
    tabs(page),
    whichRows(state, from, height, rows.length),
    ...windowed(rows, from, height),
    rule(state),
    ...actPanel(state, known(state, { about: 'case', case: page.case })?.offers ?? []),
    rule(state),
    ...footer(state, 'case'),
  ];
}

/** Whether one row of a part is chosen, where others are scrolled. */
export function isListed(part: Part): boolean {
  return part === 'mails' || part === 'papers';
}

/** How many rows of a part are seen at once. */
export function partRows({ size }: State): number {
  return Math.max(1, size.rows - above - below);
}

/** All rows of the part that is looked at. */
export function partLines(state: State, page: CasePage): Line[] {
  return page.file ? views[page.part](state, page.file, page.scrolled) : [];
}

const views: Record<Part, (state: State, file: CaseFile, selected: number) => Line[]> = {
  timeline: timelineLines,
  facts: factLines,
  letter: letterLines,
  statement: statementLines,
  mails: mailLines,
  papers: paperLines,
  notes: noteLines,
};

const names: Record<Part, string> = {
  timeline: 'Timeline',
  facts: 'Facts',
  letter: 'Letter',
  statement: 'Statement',
  mails: 'Mails',
  papers: 'Papers',
  notes: 'Notes',
};

function tabs(page: CasePage): Line {
  return line(
    ' ',
    ...parts.map((part, index) => {
      const words = `${index + 1} ${names[part]}${countOf(part, page.file)}`;
      return part === page.part ? bold(`[${words}] `) : toned('quiet', ` ${words} `);
    }),
  );
}

function countOf(part: Part, file: CaseFile | null): string {
  if (!file) return '';
  const counts: Partial<Record<Part, number>> = {
    mails: file.deliveries.length,
    notes: (file.notes?.length ?? 0) + (file.questions?.length ?? 0),
  };
  return counts[part] ? ` ${counts[part]}` : '';
}

function pendingWords(tell: 'when-released' | { at: string }, now: string, zone: string): string {
  const when =
    tell === 'when-released' ? 'waits until somebody lets it out' : `is told ${dayAndTime(tell.at, now, zone)}`;
  return `Decided, and ${when}. t tells now, u takes it back`;
}

/** Whose turn it is, since when, what they do, and by when. */
function turnLine({ now, zone }: State, { summary, view, pending }: CaseFile): Line {
  if (pending)
    return line(' ', { text: '=', tone: 'warn', bold: true }, ' ', bold(pendingWords(pending.tell, now, zone)));
  const sign = signOf(summary);
  const tone = sign === '!' ? 'stop' : sign === '*' ? 'link' : 'quiet';
  const turn = summary.waits_for === 'staff' ? 'Your turn' : summary.waits_for === 'city' ? "The city's turn" : null;
  const since = summary.since ? ` since ${dayOf(summary.since, now, zone)}, ${age(summary.since, now)}` : '';
  const due = view.due ? `, by ${byWhen(view.due.at, now, zone)}` : '';
  const words = turn ? `${turn}${since}: ${whatToDo(summary)}${due}` : `${whatToDo(summary)}${since}`;
  return line(' ', { text: sign, tone, bold: true }, ' ', bold(words));
}
