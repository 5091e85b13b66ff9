import { z } from 'zod';
import { awayUntil, looksAfter } from '../../domain/absence.ts';
import { day, spanOfDay } from '../../domain/dates.ts';
import { dayIn } from '../../domain/days.ts';
import type { ActorId, Day } from '../../domain/ids.ts';
import { parsed } from '../../domain/problems.ts';
import { type Absence, absencesFrom, endAbsence, noteAbsence } from '../../records/absences.ts';
import { listStaff, type StaffMember } from '../../records/staff.ts';
import { type Answer, no, wrong, yes } from '../answer.ts';
import type { Door } from '../door.ts';
import { actId } from './act-id.ts';

export type { Absence } from '../../records/absences.ts';

export const NewAbsence = z.strictObject({ id: actId, from: day, until: day, deputy: z.string() });

/**
 * Says that a member is away from one day to another, both included, in the network's zone, and who looks after their
 * cases. Who has fallen ill cannot say it: an administrator does, and the log has who said so.
 */
export async function goAway(
  door: Door,
  member: StaffMember,
  input: unknown,
  who: ActorId = member.id,
): Promise<Answer<Absence>> {
  if (who !== member.id && !member.roles.includes('administrator'))
    return no({ code: 'not-your-role', role: 'administrator' });
  const given = parsed(NewAbsence, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { id: act, from, until, deputy } = given.value;
  const at = door.clock.now();
  const { zone } = door.network;
  if (until < from) return wrong('until', 'lies before the first day');
  if (spanOfDay(until, zone).until <= at) return wrong('until', 'lies in the past');
  if (deputy === who) return wrong('deputy', 'is the same person: name a colleague');
  const { database } = door.records;
  const staff = await listStaff(database);
  if (!staff.some(({ id }) => id === who)) return no({ code: 'not-found', what: 'colleague' });
  if (!staff.some(({ id }) => id === deputy))
    return wrong('deputy', 'is nobody of the staff: take an id from the list of staff');
  const absence = { staff: who, deputy, from: spanOfDay(from, zone).from, until: spanOfDay(until, zone).until };
  await noteAbsence(database, absence, { act, actor: member.id, at });
  return yes((await absenceOf(door, who)) ?? absence);
}

/** Says that a member is back, or does not go after all. */
export async function comeBack(door: Door, member: StaffMember): Promise<null> {
  const at = door.clock.now();
  await endAbsence(door.records.database, member.id, { act: `${member.id}-${at}`, actor: member.id, at });
  return null;
}

/** The absence of a member that is running or to come next; null where there is none. */
export async function absenceOf(door: Door, id: ActorId): Promise<Absence | null> {
  const absences = await absencesFrom(door.records.database, door.clock.now());
  return absences.find(({ staff }) => staff === id) ?? null;
}

/** Whose cases are a member's to look after now: their own, and those of whom they stand in for. */
export async function workedFor(door: Door, { id }: StaffMember): Promise<ActorId[]> {
  const at = door.clock.now();
  return looksAfter(id, await absencesFrom(door.records.database, at), at);
}

/** The last day on which each colleague who is away now is away, as the network's zone counts days. */
export async function awayNow(door: Door): Promise<(person: ActorId) => Day | null> {
  const at = door.clock.now();
  const absences = await absencesFrom(door.records.database, at);
  return (person) => {
    const until = awayUntil(person, absences, at);
    return until === null ? null : dayIn(new Date(Date.parse(until) - 1).toISOString(), door.network.zone);
  };
}
