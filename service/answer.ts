import type { AnnouncementRefusal } from '../domain/announcement/refusal.ts';
import type { CheckId } from '../domain/eligibility.ts';
import type { ActorId, CaseId, Day, Instant } from '../domain/ids.ts';
import type { Refusal } from '../domain/onboarding/refusal.ts';
import type { Problem } from '../domain/problems.ts';
import type { Role } from '../records/staff.ts';

/** What the door answers: the value, or why not, from which a surface makes a sentence in its reader's language. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; refusal: DoorRefusal };

/** Somebody of the staff who could do it instead, and the last day on which they are away, where they are. */
export type Who = { id: ActorId; name: string; away?: Day };

export type DoorRefusal =
  | ((Refusal | AnnouncementRefusal) & { who?: Who[] })
  | { code: 'invalid'; problems: Problem[] }
  | { code: 'not-found'; what: 'case' | 'announcement' | 'document' | 'colleague' | 'question' }
  | { code: 'not-your-role'; role: Role; who?: Who[] }
  | { code: 'no-second-person' }
  | { code: 'last-administrator' }
  | { code: 'answered' }
  | { code: 'duplicate-open'; cases: CaseId[] }
  | { code: 'reason-needed'; checks: CheckId[] }
  | { code: 'another-accepted' }
  | { code: 'link-unknown' }
  | { code: 'link-ended'; at: Instant; zone: string }
  | { code: 'link-for-other' }
  | { code: 'code-wrong'; left: number }
  | { code: 'code-ended' }
  | { code: 'code-used' }
  | { code: 'not-ready'; case: CaseId }
  | { code: 'unreachable' };

export function yes<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

export function no(refusal: DoorRefusal): { ok: false; refusal: DoorRefusal } {
  return { ok: false, refusal };
}

/** The refusal of an input with one wrong field. */
export function wrong(path: string, message: string): { ok: false; refusal: DoorRefusal } {
  return no({ code: 'invalid', problems: [{ path, message }] });
}
