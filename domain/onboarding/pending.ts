import type { Decision, Prepared, Signed, Taken } from './acts.ts';
import { decided } from './decided.ts';
import { turnOver } from './hold.ts';
import { isClosed, type Onboarding } from './state.ts';

/** Whether a decision is taken now and told later; until then it leads nowhere. */
export function isPrepared(decision: Decision | Taken): decision is Prepared & { tell: NonNullable<Prepared['tell']> } {
  return 'tell' in decision && decision.tell !== undefined;
}

/** The case with a decision that the city does not know of yet; it takes the place of one that was prepared before. */
export function prepared(
  city: Onboarding,
  { tell, ...decision }: Prepared & { tell: NonNullable<Prepared['tell']> },
  { id, actor, at }: Signed,
): Onboarding {
  return { ...city, pending: { act: id, by: actor, at, tell, decision } };
}

/** The case once the city is told: the decision counts from here on. */
export function told(city: Onboarding, signed: Signed): Onboarding {
  const { pending, ...rest } = city;
  if (!pending) return city;
  const stage = decided(city.stage, pending.decision, signed);
  return turnOver({ ...rest, stage }, !isClosed(stage));
}

/** The case without what was prepared. */
export function takenBack(city: Onboarding): Onboarding {
  const { pending: _pending, ...rest } = city;
  return rest;
}

/** What the city hears by an act: a decision that it is told of, nothing of one that is only prepared, else the act itself. */
export function heard(acts: readonly Taken[], act: Taken): Taken | null {
  if (isPrepared(act)) return null;
  if (act.kind !== 'tell' && act.kind !== 'told') return act;
  const index = acts.findIndex(({ id }) => id === act.id);
  return acts.slice(0, index).findLast(isPrepared) ?? null;
}

/** What staff do among themselves. */
const ofTheStaff: ReadonlySet<Taken['kind']> = new Set(['take-back', 'recuse', 'opinion']);

/** The case as the city may see it: without what is prepared, and each decision on the day on which it was told. */
export function seenByCity(city: Onboarding): Onboarding {
  const acts = city.acts.flatMap((act) => {
    if (ofTheStaff.has(act.kind)) return [];
    const what = heard(city.acts, act);
    if (what === null || !isPrepared(what)) return what ?? [];
    const { tell: _tell, ...decision } = what;
    return { ...decision, at: act.at };
  });
  return { ...takenBack(city), acts };
}
