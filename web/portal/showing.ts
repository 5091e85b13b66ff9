import type { Door } from '../../service/door.ts';
import type { Visitor } from '../../service/invitations.ts';
import type { Rows } from '../../templates/pages/application-form.tsx';
import type { FormState } from '../../templates/pages/form-state.ts';
import type { ActName } from './acts.ts';
import { frameOf } from './answering.tsx';
import type { Filling } from './form-fields.ts';
import { newForm } from './submitted.ts';

/** What a link's page is shown with: rows asked for, what was just done, and a form that came back. */
export type Shown = {
  rows: Rows & { blocks: number; quotes: number };
  notice: string | null;
  sent: { act: ActName; state: FormState } | null;
};

/** A page on its way to whoever came in. */
export type Showing = Shown & { door: Door; visitor: Visitor };

/** What every page of a link shows. */
export function commonOf({ door, visitor, notice }: Showing) {
  const { row, city, token, person } = visitor;
  return { frame: frameOf(door, person.language), here: `/join/${token}`, cityName: row.name, city, notice };
}

/** The form of an act: as it was sent, where it came back; else as nobody has sent it yet. */
export function formFor({ sent }: Shown, act: ActName, values: Filling = []): FormState {
  return sent?.act === act ? sent.state : newForm(values);
}
