import type { Form } from '../form.ts';
import type { CaseFile } from '../known.ts';
import type { DialogPage, State, Subject } from '../state.ts';
import { caseForm } from './case-forms.ts';
import { type OfficeAct, officeActs, officeForm } from './office-forms.ts';

/** The form of a dialog; null where what it is about is not known yet. */
export function formOf(state: State, { act, subject }: Pick<DialogPage, 'act' | 'subject'>): Form | null {
  const file = fileOf(state, subject);
  if (!file) return null;
  const context = { file, me: state.me, now: state.now };
  return isOfficeAct(act) ? officeForm(act, context) : caseForm(act, context);
}

/** What is known of a subject: the newest file that the pages hold. */
export function fileOf(state: State, subject: Subject): CaseFile | null {
  const page = state.pages.findLast((one) => one.page === 'case' && one.case === subject.case);
  return page?.page === 'case' ? page.file : null;
}

export function isOfficeAct(act: string): act is OfficeAct {
  return officeActs.some((one) => one === act);
}

/** The key under which a draft is kept. */
export function draftKey({ act, subject }: Pick<DialogPage, 'act' | 'subject'>): string {
  return `${subject.case} ${act}`;
}
