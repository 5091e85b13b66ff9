import type { AnnouncementDecision } from '../domain/announcement/state.ts';
import type { StaffKind } from '../domain/onboarding/offered.ts';
import type { Refusal } from '../domain/onboarding/refusal.ts';
import { listStaff, type Role, type StaffMember } from '../records/staff.ts';
import { type DoorRefusal, no } from './answer.ts';
import type { Door } from './door.ts';

/** The role that a member of staff needs for an act. */
export const roleFor = {
  accept: 'reviewer',
  return: 'reviewer',
  reject: 'reviewer',
  verify: 'reviewer',
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

/** The role that a member of staff needs for an act on an announcement. */
export const announcementRoleFor = {
  edit: 'editor',
  approve: 'approver',
  drop: 'editor',
  wait: 'editor',
} as const satisfies Record<AnnouncementDecision['kind'], Role>;

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
  if (!isOwnWork(refusal)) return refusal;
  const others = (await listStaff(door.records.database)).filter(
    ({ id, roles }) => id !== member.id && roles.includes(role),
  );
  return others.length === 0 ? { code: 'no-second-person' } : refusal;
}

function isOwnWork(refusal: DoorRefusal): refusal is Extract<Refusal, { code: 'own-work' }> {
  return refusal.code === 'own-work';
}
