import type { Form } from '../form.ts';
import type { DialogPage, State, Subject } from '../state.ts';
import { announcementFileOf, caseFileOf } from '../subjects.ts';
import { announcementForm } from './announcement-forms.ts';
import { caseForm } from './case-forms.ts';
import { composeForm } from './compose-form.ts';
import { isOfficeAct } from './office-acts.ts';
import { officeForm } from './office-forms.ts';
import { ownForm } from './own-forms.ts';

/** The form of a dialog; null where what it is about is not known yet. */
export function formOf(state: State, { act, subject }: Pick<DialogPage, 'act' | 'subject'>): Form | null {
  const { me, now } = state;
  switch (subject.about) {
    case 'case': {
      const file = caseFileOf(state, subject.case);
      if (!file) return null;
      return isOfficeAct(act) ? officeForm(act, { file, me, now }) : caseForm(act, { file, me, now });
    }
    case 'announcement': {
      const file = announcementFileOf(state, subject.id);
      return file && announcementForm(act, { file, me, now });
    }
    case 'office':
      return act === 'compose' ? composeForm(state) : ownForm(act, state);
    default:
      return subject satisfies never;
  }
}

/** The key under which a draft is kept. */
export function draftKey({ act, subject }: { act: string; subject: Subject }): string {
  return `${JSON.stringify(subject)} ${act}`;
}
