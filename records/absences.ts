import type { ActorId, Instant } from '../domain/ids.ts';
import { appendedNow, officeEntry } from './office.ts';
import type { Database } from './schema.ts';

/** When a member of staff is away, and who stands in for them; from is included, until is not. */
export type Absence = { staff: ActorId; deputy: ActorId; from: Instant; until: Instant };

/** Notes an absence; it takes the place of whatever absence of theirs is running or to come. */
export async function noteAbsence(
  database: Database,
  absence: Absence,
  by: { act: string; actor: ActorId; at: Instant },
): Promise<void> {
  const { staff, deputy, from, until } = absence;
  await database.transaction().execute(async (change) => {
    if (!(await appendedNow(change, officeEntry('staff', 'absent', by, { staff, deputy, from, until })))) return;
    await forget(change, staff, by.at);
    await change.insertInto('absences').values({ id: by.act, staff, deputy, from_at: from, until_at: until }).execute();
  });
}

/** Ends every absence of a member of staff that is running or to come. */
export async function endAbsence(
  database: Database,
  staff: ActorId,
  by: { act: string; actor: ActorId; at: Instant },
): Promise<void> {
  await database.transaction().execute(async (change) => {
    if (await appendedNow(change, officeEntry('staff', 'back', by, { staff }))) await forget(change, staff, by.at);
  });
}

/** The absences that are running or to come, the next to begin first. */
export async function absencesFrom(database: Database, at: Instant): Promise<Absence[]> {
  const rows = await database
    .selectFrom('absences')
    .selectAll()
    .where('until_at', '>', at)
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  return rows.map(({ staff, deputy, from_at, until_at }) => ({ staff, deputy, from: from_at, until: until_at }));
}

async function forget(change: Database, staff: ActorId, at: Instant): Promise<void> {
  await change.deleteFrom('absences').where('staff', '=', staff).where('until_at', '>', at).execute();
}
