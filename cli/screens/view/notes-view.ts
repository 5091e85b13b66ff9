import type { CaseFile, Note } from '../known.ts';
import { type Line, line, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { dayAndTime } from '../when.ts';
import { whoIs } from '../words/people.ts';
import { paragraphs } from './labelled.ts';

/** Notes of the staff among themselves, and questions between them and the city, the newest first. */
export function noteLines(state: State, file: CaseFile): Line[] {
  const said = [
    ...(file.notes ?? []).map((note) => ({ note, words: 'note' })),
    ...(file.questions ?? []).map((note) => ({ note, words: 'question' })),
  ].toSorted((one, other) => other.note.at.localeCompare(one.note.at));
  if (said.length === 0) return [line(toned('quiet', '   No notes, and no questions.'))];
  return said.flatMap(({ note, words }) => [...noteRows(state, file, note, words), line('')]);
}

function noteRows(state: State, file: CaseFile, { at, by, text }: Note, words: string): Line[] {
  const { now, zone, size } = state;
  return [
    line(' ', toned('quiet', `${dayAndTime(at, now, zone)}  ${whoIs(by, file, state)}, ${words}`)),
    ...paragraphs(text, size.columns, 3),
  ];
}
