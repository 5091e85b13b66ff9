import type { Step } from '../events.ts';
import { draftKey, fileOf, formOf } from '../forms/form-of.ts';
import type { Offer } from '../known.ts';
import { offerFor, offersOn, whyNot } from '../offers.ts';
import { type DialogPage, opened, type State, type Subject } from '../state.ts';

/** Begins the act of a key on a subject; a key that cannot act says why, and one that means nothing does nothing. */
export function actKey(state: State, subject: Subject, key: string, id: string): Step {
  const file = fileOf(state, subject);
  const offer = file ? offerFor(offersOn(file), key) : null;
  return offer ? begin(state, subject, offer, id) : [state];
}

/** Opens the dialog of an act with what was typed before, or says why the act is not possible now. */
export function begin(state: State, subject: Subject, offer: Offer, id: string): Step {
  const file = fileOf(state, subject);
  if (!file) return [state];
  if (!offer.may) return [{ ...state, notice: { sign: 'x', text: whyNot(offer) } }];
  const act = { act: offer.kind, subject };
  const begun = Object.fromEntries(formOf(state, act)?.fields.map(({ name, begins }) => [name, begins ?? '']) ?? []);
  const values = { ...begun, ...state.drafts[draftKey(act)] };
  const first = formOf(state, act)?.fields[0]?.name ?? '';
  const dialog: DialogPage = {
    page: 'dialog',
    ...act,
    id,
    version: file.view.version,
    knew: file.view.acts.length,
    values,
    focus: 0,
    at: values[first]?.length ?? 0,
    phase: { is: 'filling' },
  };
  return [opened(state, dialog)];
}
