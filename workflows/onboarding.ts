import type { Onboarding } from '../domain/onboarding/state.ts';
import { openDesk } from './desk.ts';
import { leave } from './holding.ts';
import type { OnboardingStart } from './messages.ts';
import { showOperators } from './operators.ts';
import { announcement } from './stages/announcement.ts';
import { letter } from './stages/letter.ts';
import { review } from './stages/review.ts';
import { statement } from './stages/statement.ts';

/** One city, from its application to the day it is announced. It can begin at any stage, so that a case can be taken up again. */
export async function onboarding(start: OnboardingStart): Promise<Onboarding> {
  const desk = openDesk(start);

  await review(desk);
  await letter(desk);
  await statement(desk);
  await announcement(desk);

  const { gatheredBy, case: id } = desk.city();
  if (gatheredBy) await leave(gatheredBy, id);
  showOperators(desk.city());
  await desk.record();
  return await desk.close();
}
