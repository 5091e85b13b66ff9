import { listStaff, type Role, type StaffMember } from '../records/staff.ts';
import type { DoorRefusal } from './answer.ts';
import type { Door } from './door.ts';

/** An act that could be taken at this stage: whether whoever asks may, why not, and the names of those who may instead. */
export type Offer = { kind: string; refusal: DoorRefusal | null; who: string[] };

/** An act as it is offered: the role that it takes, and whether the rules refuse it to a person. */
export type Act = { kind: string; role: Role; refusal(person: StaffMember): DoorRefusal | null };

/** What each act is to a member of staff, asked by the same rules that take or refuse it. */
export async function offersTo(door: Door, member: StaffMember, acts: readonly Act[]): Promise<Offer[]> {
  const others = (await listStaff(door.records.database)).filter(({ id }) => id !== member.id);
  return acts.map((act) => offerOf(act, member, others));
}

function offerOf(act: Act, member: StaffMember, others: readonly StaffMember[]): Offer {
  const refusalOf = (person: StaffMember): DoorRefusal | null =>
    person.roles.includes(act.role) ? act.refusal(person) : { code: 'not-your-role', role: act.role };
  const refusal = refusalOf(member);
  const who = refusal ? others.filter((other) => refusalOf(other) === null).map(({ name }) => name) : [];
  const alone = refusal?.code === 'own-work' && !others.some(({ roles }) => roles.includes(act.role));
  return { kind: act.kind, refusal: alone ? { code: 'no-second-person' } : refusal, who };
}
