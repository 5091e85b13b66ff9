import type { ActorId } from '../domain/ids.ts';
import type { BroughtIn } from '../domain/onboarding/acts.ts';
import type { Membership, Onboarding } from '../domain/onboarding/state.ts';

/** What a member of staff brings in for a city; `membership` is what it has where it goes on as a member. */
export type BroughtInBy = BroughtIn & { by: ActorId; membership?: Omit<Membership, 'application'> };

/** A case as it goes on here: from review, at its letter where another office has accepted it, or as a member that gives its words. */
export function goingOn(city: Onboarding, officeHolder: ActorId, { goesOnAt, membership }: BroughtInBy): Onboarding {
  const { stage } = city;
  if (stage.stage !== 'review' || goesOnAt === 'review') return city;
  const { application } = stage;
  if (goesOnAt === 'letter')
    return {
      ...city,
      stage: { stage: 'letter', step: 'issue', application, signatories: [{ person: officeHolder, order: 1 }] },
    };
  if (!membership) throw new Error('A city that goes on as a member has a letter and a day.');
  return { ...city, stage: { stage: 'statement', step: 'draft', member: { application, ...membership } } };
}
