import type { CaseId } from '../domain/ids.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { type AlikeReason, alike } from './alike.ts';
import type { CaseRow } from './cases.ts';
import { appendedNow, changeCase, officeEntry } from './office.ts';
import { type Paper, writePaper } from './papers.ts';
import type { Database } from './schema.ts';

/** Another case, or a member from before, that may be the same city: why, and what a person has said about it. */
export type Duplicate = { case: CaseId; name: string; reasons: AlikeReason[]; state: 'open' | 'kept-apart' | 'merged' };

/**
 * What may be the same city as a case. It is looked up each time, so that nothing that came in meanwhile is missed; what a
 * person has decided of a pair holds for both. A member with the same id is no duplicate: that place is taken.
 */
export async function duplicatesOf(database: Database, row: CaseRow): Promise<Duplicate[]> {
  const { id, city, country, folded_name, web_domain, geo_id } = row;
  const marks = { city, country, foldedName: folded_name, webDomain: web_domain, geoId: geo_id };
  const decided = await decidedOf(database, id);
  const found = (await alike(database, marks)).filter(
    (one) => one.id !== id && !(one.kind === 'member' && one.id === city),
  );
  const names = new Map(found.map((one) => [one.id, one]));
  return [
    ...found.map(({ id: other, name, reasons }) => ({
      case: other,
      name,
      reasons,
      state: decided.get(other)?.state ?? ('open' as const),
    })),
    ...[...decided].flatMap(([other, { state, name }]) =>
      names.has(other) || state !== 'merged' ? [] : [{ case: other, name, reasons: [], state }],
    ),
  ];
}

/** Notes that two cases look alike and are not the same, with the reason as a paper; the same act again changes nothing. */
export async function keepApart(
  database: Database,
  of: { case: CaseId; other: CaseId },
  by: { act: string; actor: string; at: string; paper: Paper },
): Promise<void> {
  await database.transaction().execute(async (change) => {
    const { id: paper } = await writePaper(change, by.paper);
    if (!(await appendedNow(change, officeEntry(of.case, 'kept-apart', by, { other: of.other, paper })))) return;
    await decide(change, of, 'kept-apart', paper);
    await changeCase(change, of.case, {});
  });
}

/** Notes into which case a superseded one was merged; whoever writes its row next fills in what a crash left out. */
export async function noteMerged(change: Database, { case: id, stage, acts }: Onboarding): Promise<void> {
  if (stage.stage !== 'superseded') return;
  const act = acts.findLast(({ kind }) => kind === 'supersede');
  await decide(change, { case: id, other: stage.into }, 'merged', act?.kind === 'supersede' ? act.paper : null);
}

async function decide(
  change: Database,
  { case: id, other }: { case: CaseId; other: CaseId },
  state: 'kept-apart' | 'merged',
  paper: string | null,
): Promise<void> {
  await change
    .insertInto('duplicates')
    .values({ case_id: id, other, reasons: '[]', state, paper })
    .onConflict((conflict) => conflict.columns(['case_id', 'other']).doUpdateSet({ state, paper }))
    .execute();
}

/** What was decided of each pair that a case is in, by the other case. */
async function decidedOf(
  database: Database,
  id: CaseId,
): Promise<Map<CaseId, { state: 'kept-apart' | 'merged'; name: string }>> {
  const rows = await database
    .selectFrom('duplicates')
    .select(['case_id', 'other', 'state'])
    .where((where) => where.or([where('case_id', '=', id), where('other', '=', id)]))
    .orderBy('case_id')
    .orderBy('other')
    .execute();
  const pairs = new Map<CaseId, { state: 'kept-apart' | 'merged'; name: string }>();
  for (const { case_id, other, state } of rows) {
    const far = case_id === id ? other : case_id;
    const row = await database.selectFrom('cases').select('name').where('id', '=', far).executeTakeFirst();
    pairs.set(far, { state: state === 'merged' ? 'merged' : 'kept-apart', name: row?.name ?? far });
  }
  return pairs;
}
