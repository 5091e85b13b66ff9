import type { ActorId, Day } from '../domain/ids.ts';
import { offered, refusalOf, type StaffKind } from '../domain/onboarding/offered.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { listStaff, type StaffMember } from '../records/staff.ts';
import type { DoorRefusal, Who } from './answer.ts';
import { awayNow } from './casework/absences.ts';
import type { Door } from './door.ts';
import { roleFor } from './roles.ts';

/** An act and why this member may not do it now (null: they may), as the door itself would answer. */
export type ActOffered = { kind: StaffKind; refusal: DoorRefusal | null };

/** Every act of the staff on a case: first what the one rule says, then whose role it takes, and who else could do it. */
export async function actsOffered(door: Door, city: Onboarding, member: StaffMember): Promise<ActOffered[]> {
  const others = await othersFor(door, city, member);
  return offered(city, member.id, door.clock.now()).map(({ kind, refusal }) => {
    const role = roleFor[kind];
    if (refusal || member.roles.includes(role)) return { kind, refusal: refusal && naming(refusal, kind, others) };
    return { kind, refusal: naming({ code: 'not-your-role', role }, kind, others) };
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
  return naming(refusal, kind, await othersFor(door, city, member));
}

type Others = (kind: StaffKind) => Who[];

function naming(refusal: DoorRefusal, kind: StaffKind, others: Others): DoorRefusal {
  if (refusal.code !== 'own-work' && refusal.code !== 'not-your-role') return refusal;
  const who = others(kind);
  return refusal.code === 'own-work' && who.length === 0 ? { code: 'no-second-person' } : { ...refusal, who };
}

/** Who else on the staff has the role for an act, and would not be refused; those who are there come first. */
async function othersFor(door: Door, city: Onboarding, member: StaffMember): Promise<Others> {
  const at = door.clock.now();
  const staff = (await listStaff(door.records.database)).filter(({ id }) => id !== member.id);
  const away = await awayNow(door);
  return (kind) =>
    staff
      .filter(({ id, roles }) => roles.includes(roleFor[kind]) && refusalOf(city, kind, id, at) === null)
      .map(({ id, name }) => named(id, name, away(id)))
      .toSorted((one, other) => Number(one.away !== undefined) - Number(other.away !== undefined));
}

function named(id: ActorId, name: string, away: Day | null): Who {
  return away === null ? { id, name } : { id, name, away };
}
