import type { AnnouncementDecision } from '../domain/announcement/acts.ts';
import type { AmendmentKind } from '../domain/announcement/refusal.ts';
import type { StaffKind } from '../domain/onboarding/offered.ts';
import { listStaff, type Role, type StaffMember } from '../records/staff.ts';
import { type DoorRefusal, no } from './answer.ts';
import type { Door } from './door.ts';

/** The role that a member of staff needs for an act. */
export const roleFor = {
  accept: 'reviewer',
  return: 'reviewer',
  reject: 'reviewer',
  tell: 'reviewer',
  'take-back': 'reviewer',
  opinion: 'reviewer',
  recuse: 'reviewer',
  verify: 'reviewer',
  settle: 'reviewer',
  'return-letter': 'reviewer',
  countersign: 'approver',
  'approve-words': 'approver',
  'return-words': 'editor',
  'waive-statement': 'editor',
  'waive-announcement': 'editor',
  wait: 'reviewer',
  extend: 'reviewer',
  'void-letter': 'reviewer',
  'issue-letter': 'reviewer',
  'reissue-letter': 'reviewer',
  hold: 'reviewer',
  resume: 'reviewer',
  reopen: 'reviewer',
  withdraw: 'reviewer',
} as const satisfies Record<StaffKind, Role>;

/** The role that a member of staff needs for an act on an announcement: once it is approved, its hour is for an approver to move. */
export function announcementRoleFor(
  kind: AnnouncementDecision['kind'] | AmendmentKind,
  step: string | undefined,
): Role {
  switch (kind) {
    case 'approve':
    case 'undo':
    case 'publish':
      return 'approver';
    case 'schedule':
    case 'lift':
      return step === 'approved' ? 'approver' : 'editor';
    default:
      return 'editor';
  }
}

/** Refuses whoever lacks a role; null where they have it. */
export function lacksRole(member: StaffMember, role: Role): { ok: false; refusal: DoorRefusal } | null {
  return member.roles.includes(role) ? null : no({ code: 'not-your-role', role });
}

/** A refusal for want of other eyes says so where nobody else could help. */
export async function orNobodyElse(
  door: Door,
  member: StaffMember,
  role: Role,
  refusal: DoorRefusal,
): Promise<DoorRefusal> {
  if (refusal.code !== 'own-work') return refusal;
  const others = (await listStaff(door.records.database)).filter(
    ({ id, roles }) => id !== member.id && roles.includes(role),
  );
  return others.length === 0 ? { code: 'no-second-person' } : refusal;
}
