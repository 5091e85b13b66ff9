import { type Onboarding, type Stage, waitingOn } from '../../domain/onboarding/state.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import { moment } from './table.ts';

/** Where a case stands, in one sentence: `Çamlıova (tr-camliova.1): letter, sign; waits for the city until 2027-03-12 17:00.` */
export function standing(name: string, view: Onboarding): string {
  return `${inOneLine(name)} (${view.case}): ${placeOf(view.stage)}${whose(view)}${view.overdue ? ' (overdue)' : ''}.`;
}

/** `letter, sign` */
export function placeOf(stage: Stage): string {
  return 'step' in stage ? `${stage.stage}, ${stage.step}` : stage.stage;
}

function whose(view: Onboarding): string {
  if (view.onHold) return `; on hold until ${moment(view.onHold.until.at)}`;
  const waits = waitingOn(view);
  if (waits === 'nobody') return '';
  return `; waits for ${waits === 'city' ? 'the city' : 'the staff'}${view.due ? ` until ${moment(view.due.at)}` : ''}`;
}
