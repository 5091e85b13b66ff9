import { listStaff, type StaffMember } from '../records/staff.ts';
import type { DoorRefusal, Who } from './answer.ts';
import { awayNow } from './casework/absences.ts';
import type { Door } from './door.ts';

/** Who else on the staff may do something; those who are there come first. */
export type WhoElse = (may: (person: StaffMember) => boolean) => Who[];

/** The others on the staff, to be asked for one act after another. */
export async function whoElse(door: Door, member: StaffMember): Promise<WhoElse> {
  const staff = (await listStaff(door.records.database)).filter(({ id }) => id !== member.id);
  const away = await awayNow(door);
  const named = ({ id, name }: StaffMember): Who => {
    const until = away(id);
    return until === null ? { id, name } : { id, name, away: until };
  };
  return (may) =>
    staff
      .filter(may)
      .map(named)
      .toSorted((one, other) => Number(one.away !== undefined) - Number(other.away !== undefined));
}

/** The same refusal with the names of those who could do it instead, where other eyes or another role are wanted. */
export function naming(refusal: DoorRefusal, others: () => Who[]): DoorRefusal {
  if (refusal.code !== 'own-work' && refusal.code !== 'not-your-role') return refusal;
  const who = others();
  return refusal.code === 'own-work' && who.length === 0 ? { code: 'no-second-person' } : { ...refusal, who };
}
