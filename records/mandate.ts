import { type ApplicationPaper, applicationPaperOf, type MandatePaper } from '../domain/case-papers.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { bodyOf } from './papers.ts';
import type { Database } from './schema.ts';

/** By what right the authority signs, as it stands now: as it was given last, or as it was applied with. */
export async function presentMandate(database: Database, city: Onboarding): Promise<MandatePaper> {
  const given = city.acts.findLast((act) => act.kind === 'give-mandate');
  if (given) return await bodyOf<MandatePaper>(database, given.paper);
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(city));
  return { mandate: application.mandate };
}
