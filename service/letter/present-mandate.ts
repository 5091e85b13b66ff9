import type { MandatePaper } from '../../domain/case-papers.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { presentMandate as mandateNow } from '../../records/mandate.ts';
import type { Door } from '../door.ts';

/** By what right the authority signs, as it stands now: as it was given last, or as it was applied with. */
export async function presentMandate(door: Door, city: Onboarding): Promise<MandatePaper> {
  return await mandateNow(door.records.database, city);
}
