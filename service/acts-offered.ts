import type { Instant } from '../domain/ids.ts';
import { offered, refusalOf, type StaffKind } from '../domain/onboarding/offered.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { listStaff, type StaffMember } from '../records/staff.ts';
import type { DoorRefusal, Who } from './answer.ts';
import type { Door } from './door.ts';
import { roleFor } from './roles.ts';

/** An act and why this member may not do it now (null: they may), as the door itself would answer. */
export type ActOffered = { kind: StaffKind; refusal: DoorRefusal | null };

/** Every act of the staff on a case: first what the one rule says, then whose role it takes, and who else could do it. */
export function actsOffered(
  city: Onboarding,
  member: StaffMember,
  staff: readonly StaffMember[],
  at: Instant,
): ActOffered[] {
  return offered(city, member.id, at).map(({ kind, refusal }) => {
    const others = () => whoElse(city, kind, member, staff, at);
    const role = roleFor[kind];
    if (refusal || member.roles.includes(role)) return { kind, refusal: refusal && naming(refusal, others) };
    return { kind, refusal: naming({ code: 'not-your-role', role }, others) };
  });
}

/** A refusal for want of a role or of other eyes says who could do it instead; where nobody could, that there is nobody. */
export async function withOthers(
  door: Door,
  member: StaffMember,
  city: Onboarding,
  kind: StaffKind,
  refusal: DoorRefusal,
): Promise<DoorRefusal> {
  const staff = await listStaff(door.records.database);
  return naming(refusal, () => whoElse(city, kind, member, staff, door.clock.now()));
}

function naming(refusal: DoorRefusal, others: () => Who[]): DoorRefusal {
  if (refusal.code !== 'own-work' && refusal.code !== 'not-your-role') return refusal;
  const who = others();
  return refusal.code === 'own-work' && who.length === 0 ? { code: 'no-second-person' } : { ...refusal, who };
}

/** Who else on the staff has the role for an act, and would not be refused. */
function whoElse(
  city: Onboarding,
  kind: StaffKind,
  member: StaffMember,
  staff: readonly StaffMember[],
  at: Instant,
): Who[] {
  return staff
    .filter(({ id, roles }) => id !== member.id && roles.includes(roleFor[kind]))
    .filter(({ id }) => refusalOf(city, kind, id, at) === null)
    .map(({ id, name }) => ({ id, name }));
}
