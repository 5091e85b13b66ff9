import type { Act, DecisionKind } from '../acts.ts';
import type { Refusal } from '../refusal.ts';
import type { Onboarding } from '../state.ts';

/** What staff decide; while a case is on hold it waits, and the city's own acts do not. */
const staffDecide: ReadonlySet<DecisionKind> = new Set([
  'accept',
  'return',
  'reject',
  'tell',
  'take-back',
  'opinion',
  'verify',
  'settle',
  'return-letter',
  'countersign',
  'approve-words',
  'return-words',
  'claim',
  'waive-announcement',
  'wait',
  'extend',
  'void-letter',
  'issue-letter',
  'reissue-letter',
  'hold',
]);

/** Refuses what staff decide while the case is on hold; null for what the city does, and where it is not on hold. */
export function onHoldRefusal({ onHold }: Onboarding, { decision, version }: Act): Refusal | null {
  // Both may waive words; only staff name the version that they decide on.
  const isStaffs = staffDecide.has(decision.kind) || (decision.kind === 'waive-statement' && version !== undefined);
  return onHold && isStaffs ? { code: 'on-hold', until: onHold.until } : null;
}
