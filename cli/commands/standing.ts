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
  const { pending } = view;
  if (pending) return `; ${pending.decision.kind} is decided and not told yet: ${toldWhen(pending.tell)}`;
  if (view.onHold) return `; on hold until ${moment(view.onHold.until.at)}`;
  const waits = waitingOn(view);
  if (waits === 'nobody') return '';
  return `; waits for ${waits === 'city' ? 'the city' : 'the staff'}${view.due ? ` until ${moment(view.due.at)}` : ''}`;
}

function toldWhen(tell: { at: string } | 'when-released'): string {
  return tell === 'when-released' ? 'it is told when somebody says so' : `it is told at ${moment(tell.at)}`;
}
