import { type ApplicationPaper, applicationPaperOf, type MandatePaper } from '../../domain/case-papers.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { bodyOf } from '../../records/papers.ts';
import type { Door } from '../door.ts';

/** By what right the authority signs, as it stands now: as it was given last, or as it was applied with. */
export async function presentMandate(door: Door, city: Onboarding): Promise<MandatePaper> {
  const { database } = door.records;
  const given = city.acts.findLast((act) => act.kind === 'give-mandate');
  if (given) return await bodyOf<MandatePaper>(database, given.paper);
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(city));
  return { mandate: application.mandate };
}
