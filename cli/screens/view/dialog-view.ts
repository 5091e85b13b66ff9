import { laidOut } from '../editing.ts';
import { type Field, type Form, fieldsOf } from '../form.ts';
import { formOf } from '../forms/form-of.ts';
import { bold, cells, type Line, line, signsOf, toned, wrapped } from '../lines.ts';
import type { DialogPage, State } from '../state.ts';
import { known } from '../subjects.ts';
import { timeOf } from '../when.ts';
import { happenedWords } from '../words/happened.ts';
import { whoActed } from '../words/people.ts';
import { footer, rule, whereabouts, windowed } from './frame.ts';

const textRows = 6;

/** The dialog of an act: what follows from it, what is to be said, and what came back where it was refused. */
export function dialogView(state: State, page: DialogPage): Line[] {
  const form = formOf(state, page);
  if (!form) return [whereabouts('...'), ...footer(state, 'dialog')];
  const { rows, columns } = state.size;
  const below = [...outcome(state, page, form), rule(state), ...footer(state, 'dialog')];
  const head = [
    whereabouts(form.title),
    ...form.follows.flatMap((sentence) => wrapped(sentence, columns - 4).map((row) => line(`   ${row}`))),
    rule(state),
  ];
  const fields = fieldsOf(form);
  const body = fields.length === 0 ? [line(''), line(`   Enter: ${form.button}     Esc: not now`)] : [];
  const drawnFields = fields.map((field, index) => fieldLines(state, page, field, index === page.focus));
  const height = Math.max(3, rows - head.length - below.length);
  const before = drawnFields.slice(0, page.focus + 1).flat().length;
  const from = Math.max(0, before - height);
  return [...head, ...windowed([...body, ...drawnFields.flat()], from, height), ...below];
}

/** How many cells a field is wide. */
export function fieldWidth(columns: number): number {
  return Math.max(20, columns - 8);
}

function fieldLines({ size }: State, page: DialogPage, field: Field, isFocused: boolean): Line[] {
  const value = page.values[field.name] ?? '';
  const label = wrapped(field.label, size.columns - 4).map((row) => line(isFocused ? bold(` ${row}`) : ` ${row}`));
  if (field.kind === 'choice' || field.kind === 'many')
    return [...label, ...optionLines(field, value, isFocused), line('')];
  const width = fieldWidth(size.columns);
  const out = laidOut({ text: value, at: isFocused ? Math.min(page.at, value.length) : value.length }, width);
  const height =
    field.kind === 'text' && isFocused ? textRows : Math.min(out.rows.length, field.kind === 'text' ? 2 : 1);
  const from = Math.max(0, Math.min(out.row - height + 1, out.rows.length - height));
  const rows = Array.from({ length: height }, (_, index) => {
    const text = out.rows[from + index]?.text ?? '';
    const mark = isFocused ? '>' : ' ';
    return isFocused && out.row === from + index ? withCursor(mark, text, out.cell) : line(` ${mark} ${text}`);
  });
  const count =
    field.kind === 'text' && isFocused ? [line(toned('quiet', `   ${signsOf(value).length} of 4,000`))] : [line('')];
  return [...label, ...rows, ...count];
}

/** A row in which the cell under the cursor is seen in reverse. */
function withCursor(mark: string, text: string, cell: number): Line {
  let before = '';
  let under = ' ';
  for (const sign of signsOf(text)) {
    if (cells(before) >= cell) {
      under = sign;
      break;
    }
    before += sign;
  }
  return line(
    ` ${mark} ${before}`,
    { text: under, inverse: true },
    text.slice(before.length + (before.length < text.length ? under.length : 0)),
  );
}

function optionLines({ kind, options = [] }: Field, value: string, isFocused: boolean): Line[] {
  return options.map((option, index) => {
    const isChosen = kind === 'many' ? value.split(' ').includes(option.value) : option.value === value;
    const words = ` ${isFocused && isChosen ? '>' : ' '} ${kind === 'many' ? (isChosen ? '[x]' : '[ ]') : isChosen ? '(o)' : '( )'} ${index + 1} ${option.says}`;
    return line(isChosen ? bold(words) : words);
  });
}

/** What came of it so far: what is missing, that it is being sent, that it was refused, or that the case has changed. */
function outcome(state: State, page: DialogPage, form: Form): Line[] {
  const { columns } = state.size;
  const sentence = (sign: string, tone: 'stop' | 'warn', words: string) =>
    wrapped(words, columns - 4).map((row, index) =>
      line(' ', { text: index === 0 ? sign : ' ', tone, bold: true }, ` ${row}`),
    );
  const changed = changedLines(state, page);
  switch (page.phase.is) {
    case 'lacking':
      return [...changed, ...sentence('!', 'warn', `Not sent yet. Still needed: ${page.phase.what.join('; ')}`)];
    case 'sending':
      return [line(` . Sending: ${form.button} ...`)];
    case 'refused': {
      const { message, who } = page.phase;
      const free = who.length === 0 ? '' : ` Free now: ${who.join(', ')}.`;
      return [...sentence('x', 'stop', `${message}${free} What you typed is kept.`), ...changed];
    }
    case 'filling':
      return changed;
    default:
      return page.phase satisfies never;
  }
}

/** What others did since the dialog began; a decision on what was seen before would be refused. */
function changedLines(state: State, page: DialogPage): Line[] {
  const about = known(state, page.subject);
  if (!about || about.changed <= page.version) return [];
  const acts = about.acts.slice(page.knew);
  return [
    line(
      ' ',
      { text: '!', tone: 'warn', bold: true },
      ' It changed while you were deciding. Nothing was sent, your text is kept.',
    ),
    ...acts
      .slice(-3)
      .map((act) =>
        line(`   ${timeOf(act.at, state.zone)}  ${whoActed(state, act.actor)}: ${happenedWords(act.kind)}`),
      ),
    line('   Ctrl-R: decide on what is there now     Esc: look first, text is kept'),
  ];
}
