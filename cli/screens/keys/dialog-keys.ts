import { edited } from '../editing.ts';
import type { Step } from '../events.ts';
import { type Field, type Form, fieldsOf, missing } from '../form.ts';
import { draftKey, formOf } from '../forms/form-of.ts';
import { closed, type DialogPage, type State, withSeen } from '../state.ts';
import { known } from '../subjects.ts';
import { fieldWidth } from '../view/dialog-view.ts';
import type { Pressed } from './scrolling.ts';

/** What a key does in a dialog: fields are filled in, the act is sent, or it is closed and what was typed is kept. */
export function dialogKey(state: State, page: DialogPage, pressed: Pressed): Step {
  const form = formOf(state, page);
  if (!form || pressed.does === 'close') return [closed(kept(state, page))];
  if (page.phase.is === 'sending') return [state];
  const fields = fieldsOf(form);
  const field = fields[page.focus];
  switch (pressed.does) {
    case 'send':
      return send(state, page, form);
    case 'next-field':
      return [withSeen(state, focused(page, fields, page.focus + 1))];
    case 'field-before':
      return [withSeen(state, focused(page, fields, page.focus - 1))];
    case 'now':
      return [withSeen(state, onWhatIsThere(state, page))];
    case 'editor':
      return field?.kind === 'text'
        ? [state, { kind: 'write', dialog: page.id, text: page.values[field.name] ?? '' }]
        : [state];
    default:
      if (pressed.key === 'enter' && field?.kind !== 'text')
        return page.focus >= fields.length - 1
          ? send(state, page, form)
          : [withSeen(state, focused(page, fields, page.focus + 1))];
      return field ? [withSeen(state, filled(state, page, field, pressed))] : [state];
  }
}

function send(state: State, page: DialogPage, form: Form): Step {
  const what = missing(form, page.values);
  if (what.length > 0) return [withSeen(state, { ...page, phase: { is: 'lacking', what } })];
  const sending = form.send(page.values, { id: page.id, version: page.version });
  return [
    withSeen(state, { ...page, phase: { is: 'sending' } }),
    { kind: 'send', dialog: page.id, sending, done: form.done },
  ];
}

function focused(page: DialogPage, fields: readonly Field[], to: number): DialogPage {
  const focus = fields.length === 0 ? 0 : (to + fields.length) % fields.length;
  return { ...page, focus, at: page.values[fields[focus]?.name ?? '']?.length ?? 0 };
}

/** The same act upon the version that is there now: somebody has looked at what changed. */
function onWhatIsThere(state: State, page: DialogPage): DialogPage {
  const about = known(state, page.subject);
  if (!about) return page;
  return { ...page, version: about.version, knew: about.acts.length, phase: { is: 'filling' } };
}

function filled(state: State, page: DialogPage, field: Field, { key, text }: Pressed): DialogPage {
  const before = page.values[field.name] ?? '';
  const phase = page.phase.is === 'lacking' ? { is: 'filling' as const } : page.phase;
  const withValue = (value: string, at = page.at) => ({
    ...page,
    phase,
    at,
    values: { ...page.values, [field.name]: value },
  });
  if (field.kind === 'choice' || field.kind === 'many') return withValue(chosen(field, before, key));
  const input = key === 'enter' ? '\n' : field.kind === 'text' ? text : text.replace(/[\r\n]+/g, ' ');
  const width = fieldWidth(state.size.columns);
  const typed = edited(
    { text: before, at: Math.min(page.at, before.length) },
    key,
    input.replace(/\r\n?/g, '\n'),
    width,
  );
  return withValue(typed.text, typed.at);
}

function chosen({ kind, options = [] }: Field, before: string, key: string): string {
  if (kind === 'many') return marked(options, before, key);
  const at = options.findIndex(({ value }) => value === before);
  const step = key === 'down' || key === 'right' || key === ' ' ? 1 : key === 'up' || key === 'left' ? -1 : 0;
  const direct = /^[1-9]$/.test(key) ? options[Number(key) - 1] : undefined;
  return (direct ?? options[(at + step + options.length) % options.length])?.value ?? before;
}

/** Several of some: a figure marks one or takes the mark away, Space marks them one after the other. */
function marked(options: NonNullable<Field['options']>, before: string, key: string): string {
  const values = before.split(' ').filter((one) => one !== '');
  const next = options.find(({ value }) => !values.includes(value));
  const meant = /^[1-9]$/.test(key) ? options[Number(key) - 1] : key === ' ' ? next : undefined;
  if (!meant) return before;
  const without = values.filter((one) => one !== meant.value);
  return (without.length < values.length ? without : [...values, meant.value]).join(' ');
}

/** What was typed is kept, but not the word before what cannot be taken back: it is typed anew each time. */
function kept(state: State, page: DialogPage): State {
  const { confirm: _, ...draft } = page.values;
  return { ...state, drafts: { ...state.drafts, [draftKey(page)]: draft } };
}
