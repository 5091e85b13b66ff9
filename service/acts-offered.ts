import { offered, refusalOf, type StaffKind } from '../domain/onboarding/offered.ts';
import type { Refusal } from '../domain/onboarding/refusal.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import type { StaffMember } from '../records/staff.ts';
import type { DoorRefusal, Who } from './answer.ts';
import type { Door } from './door.ts';
import { roleFor } from './roles.ts';
import { naming, whoElse } from './who-else.ts';

/** An act and why this member may not do it now (null: they may), as the door itself would answer. */
export type ActOffered = { kind: StaffKind; refusal: DoorRefusal | null };

/** Every act of the staff on a case: first what the one rule says, then whose role it takes, and who else could do it. */
export async function actsOffered(door: Door, city: Onboarding, member: StaffMember): Promise<ActOffered[]> {
  const others = await othersFor(door, city, member);
  return offered(city, member.id, door.clock.now()).map(({ kind, refusal }) => {
    const role = roleFor[kind];
    if (refusal || member.roles.includes(role))
      return { kind, refusal: refusal && naming(refusal, () => others(kind)) };
    return { kind, refusal: naming({ code: 'not-your-role', role }, () => others(kind)) };
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
  const others = await othersFor(door, city, member);
  return naming(refusal, () => others(kind));
}

/** Who else on the staff has the role for an act, and would not be refused. */
async function othersFor(door: Door, city: Onboarding, member: StaffMember): Promise<(kind: StaffKind) => Who[]> {
  const at = door.clock.now();
  const others = await whoElse(door, member);
  // What stands open about a signature, whoever may verify can decide first.
  const could = (refusal: Refusal | null) => refusal === null || refusal.code === 'flags-open';
  return (kind) => others(({ id, roles }) => roles.includes(roleFor[kind]) && could(refusalOf(city, kind, id, at)));
}
