import { type Onboarding, type Stage, waitsFor } from '../../domain/onboarding/state.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import { moment } from './table.ts';

/** Where a case stands, in one sentence: `Çamlıova (tr-camliova.1): letter, sign; waits for the city until 2027-03-12 17:00.` */
export function standing(name: string, view: Onboarding): string {
  const waits = waitsFor(view.stage);
  const until = view.due ? ` until ${moment(view.due.at)}` : '';
  const whose = waits === 'nobody' ? '' : `; waits for ${waits === 'city' ? 'the city' : 'the staff'}${until}`;
  const late = view.overdue ? ' (overdue)' : '';
  return `${inOneLine(name)} (${view.case}): ${placeOf(view.stage)}${whose}${late}.`;
}

/** `letter, sign` */
export function placeOf(stage: Stage): string {
  return 'step' in stage ? `${stage.stage}, ${stage.step}` : stage.stage;
}
