import type { Step } from '../events.ts';
import { draftKey, formOf } from '../forms/form-of.ts';
import type { Offer } from '../known.ts';
import { offerFor, whyNot } from '../offers.ts';
import { type DialogPage, opened, type State, type Subject } from '../state.ts';
import { known } from '../subjects.ts';

/** Begins the act of a key on a subject; a key that cannot act says why, and one that means nothing does nothing. */
export function actKey(state: State, subject: Subject, key: string, id: string): Step {
  const offer = offerFor(known(state, subject)?.offers ?? [], key);
  return offer ? begin(state, subject, offer, id) : [state];
}

/** Opens the dialog of an act with what was typed before, or says why the act is not possible now. */
export function begin(state: State, subject: Subject, offer: Offer, id: string): Step {
  const about = known(state, subject);
  if (!about) return [state];
  if (!offer.may) return [{ ...state, notice: { sign: 'x', text: whyNot(offer) } }];
  return [opened(state, dialogOf(state, { act: offer.kind, subject }, id))];
}

/** Opens a dialog that is about the office itself. */
export function beginOwn(state: State, act: string, id: string): Step {
  return [opened(state, dialogOf(state, { act, subject: { about: 'office' } }, id))];
}

function dialogOf(state: State, act: { act: string; subject: Subject }, id: string): DialogPage {
  const about = known(state, act.subject);
  const begun = Object.fromEntries(formOf(state, act)?.fields.map(({ name, begins }) => [name, begins ?? '']) ?? []);
  const values = { ...begun, ...state.drafts[draftKey(act)] };
  const first = formOf(state, act)?.fields[0]?.name ?? '';
  return {
    page: 'dialog',
    ...act,
    id,
    version: about?.version ?? 1,
    knew: about?.acts.length ?? 0,
    values,
    focus: 0,
    at: values[first]?.length ?? 0,
    phase: { is: 'filling' },
  };
}
