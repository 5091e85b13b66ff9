import type { SelectQueryBuilder } from 'kysely';
import type { KnownCity } from '../domain/city-id.ts';
import type { CaseId, CityId, Sha256 } from '../domain/ids.ts';
import { standing } from '../domain/onboarding/standing.ts';
import { isClosed, membershipOf, type Onboarding, type Stage, waitingOn } from '../domain/onboarding/state.ts';
import { appendAudit } from './audit.ts';
import { noteMerged } from './duplicates.ts';
import { isImportedMember } from './members.ts';
import { noteOfficeQuestions } from './questions.ts';
import type { Database, NewRow, Row, Tables } from './schema.ts';
import { isTaken } from './unique.ts';

export type CaseRow = Row<'cases'>;

/**
 * Writes a case as it now is. The row only moves forward; the acts that come with the view are added to the audit, each
 * once by its id, so whoever writes next fills in what a crash has left out.
 */
export async function writeCase(database: Database, city: Onboarding): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('cases')
      .set(rowOf(city))
      .where('id', '=', city.case)
      .where('version', '<', city.version)
      .execute();
    await noteOfficeQuestions(transaction, city);
    await noteMerged(transaction, city);
    await appendAudit(
      transaction,
      city.acts.map(({ id, actor, at, kind, ...detail }) => ({
        id: `${city.case}/${id}`,
        subject: city.case,
        kind,
        actor,
        at,
        detail,
      })),
    );
  });
}

/** Notes a new case before its workflow is started, at version 0; a case with the same form id is not noted twice. */
export async function noteCase(transaction: Database, row: NewRow<'cases'>): Promise<void> {
  await transaction.insertInto('cases').values(row).execute();
}

export async function findCase(database: Database, id: CaseId): Promise<CaseRow | null> {
  return (await database.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function findCaseByForm(database: Database, formId: string): Promise<CaseRow | null> {
  return (await database.selectFrom('cases').selectAll().where('form_id', '=', formId).executeTakeFirst()) ?? null;
}

/** All cases, those due first on top, then by id. */
export async function listCases(database: Database): Promise<CaseRow[]> {
  return await dueFirst(database.selectFrom('cases').selectAll()).execute();
}

/** Cases that something can still happen to; the door looks after these when it opens. */
export async function openCases(database: Database): Promise<CaseRow[]> {
  const rows = await dueFirst(database.selectFrom('cases').selectAll().where('open', '=', 1)).execute();
  // A row from before there was a mark for it says it in its view.
  return rows.filter((row) => !isClosed(viewOf(row).stage));
}

/** Cases with a decision that the city does not know of yet. */
export async function pendingCases(database: Database): Promise<CaseRow[]> {
  return await dueFirst(database.selectFrom('cases').selectAll().where('pending', 'is not', null)).execute();
}

function dueFirst<Line>(cases: SelectQueryBuilder<Tables, 'cases', Line>): SelectQueryBuilder<Tables, 'cases', Line> {
  return cases
    .orderBy((order) => order('due', 'is', null))
    .orderBy('due')
    .orderBy('id');
}

export async function casesOfCity(database: Database, city: CityId): Promise<CaseRow[]> {
  return await database.selectFrom('cases').selectAll().where('city', '=', city).orderBy('number').execute();
}

/** Cases in whose story a fingerprint stands: of a letter, a scan or words. */
export async function casesHolding(database: Database, sha256: Sha256): Promise<CaseRow[]> {
  return await database.selectFrom('cases').selectAll().where('view', 'like', `%"${sha256}"%`).orderBy('id').execute();
}

/** Cities whose id is taken, with the authority that has it. */
export async function knownCities(database: Database): Promise<KnownCity[]> {
  const cases = await database.selectFrom('cases').select(['city', 'legal_name']).orderBy('number', 'desc').execute();
  const members = await database.selectFrom('members').select(['city', 'legal_name']).orderBy('city').execute();
  return [...cases, ...members].map(({ city, legal_name }) => ({ city, legalName: legal_name }));
}

/** Whether a city has its one place already: by an accepted case, or as a member from before. */
export async function isAcceptedElsewhere(database: Database, city: CityId): Promise<boolean> {
  const holder = await database.selectFrom('cases').select('id').where('accepted_city', '=', city).executeTakeFirst();
  return holder !== undefined || (await isImportedMember(database, city));
}

/** Takes the one accepted place of a city for this case; false where another case holds it, or the city was a member before. */
export async function takeAcceptedPlace(database: Database, id: CaseId, city: CityId): Promise<boolean> {
  const holder = await database.selectFrom('cases').select('id').where('accepted_city', '=', city).executeTakeFirst();
  if (holder) return holder.id === id;
  if (await isImportedMember(database, city)) return false;
  try {
    await database.updateTable('cases').set({ accepted_city: city }).where('id', '=', id).execute();
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** Gives the accepted place back, where the case did not get beyond review after all. */
export async function giveBackAcceptedPlace(database: Database, id: CaseId): Promise<void> {
  await database
    .updateTable('cases')
    .set({ accepted_city: null })
    .where('id', '=', id)
    .where('stage', '=', 'review')
    .where((where) => where.or([where('pending', 'is', null), where('pending', '!=', 'accept')]))
    .execute();
}

export function viewOf(row: Pick<CaseRow, 'view'>): Onboarding {
  return JSON.parse(row.view) as Onboarding;
}

function rowOf(city: Onboarding): Partial<CaseRow> {
  const { stage } = city;
  const { step, since, changedAt, open } = standing(city);
  return {
    version: city.version,
    step,
    since,
    changed_at: changedAt,
    open: open ? 1 : 0,
    stage: stage.stage,
    waits_for: waitingOn(city),
    due: city.due?.at ?? null,
    overdue: city.overdue ? 1 : 0,
    pending: city.pending?.decision.kind ?? null,
    held_until: city.onHold?.until.at ?? null,
    ...placeOf(city),
    view: JSON.stringify(city),
  };
}

/** The accepted place; in review it may just have been taken, for an acceptance that is on its way, and is left as it is. */
function placeOf({ stage, city, pending }: Onboarding): Partial<CaseRow> {
  if (pending?.decision.kind === 'accept') return { accepted_city: city };
  return stage.stage === 'review' ? {} : { accepted_city: isAccepted(stage) ? city : null };
}

function isAccepted(stage: Stage): boolean {
  return (
    stage.stage === 'letter' ||
    ('from' in stage && stage.from.stage === 'letter') ||
    (membershipOf(stage) !== null && stage.stage !== 'withdrawn')
  );
}
