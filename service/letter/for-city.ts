import type { ActorId } from '../../domain/ids.ts';
import type { Act, Decision, Evidence } from '../../domain/onboarding/acts.ts';
import { actOf } from '../acting.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';

/** A member of staff who acts for the city, how they know what it wants, and the version of the case that they saw. */
export type ForCity = { actor: ActorId; evidence: Evidence; version: number };

type CitysDecision = Extract<
  Decision,
  { kind: 'name-signatory' | 'set-signatories' | 'give-mandate' | 'choose-language' }
>;

/** What the city decides about its letter: by whoever came in by its link, or by staff for it, which counts as theirs. */
export function citysAct(
  door: Door,
  visitor: Visitor,
  formId: string,
  decision: CitysDecision,
  forCity: ForCity | undefined,
): Act {
  const act = actOf(door, visitor, formId, decision);
  if (!forCity) return act;
  const { actor, evidence, version } = forCity;
  return { ...act, actor, version, decision: { ...decision, evidence } };
}
