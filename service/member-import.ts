import { z } from 'zod';
import { canonicalJson } from '../domain/canonical.ts';
import { cityIdFor } from '../domain/city-id.ts';
import { dayIn } from '../domain/days.ts';
import type { CityId } from '../domain/ids.ts';
import { notYet } from '../domain/in-the-future.ts';
import { MemberRow } from '../domain/member-row.ts';
import { type Problem, parsed } from '../domain/problems.ts';
import { type Alike, alike, type Marks, reasonsFor } from '../records/alike.ts';
import { knownCities } from '../records/cases.ts';
import { type ImportedMember, importedMembers, noteMembers } from '../records/members.ts';
import type { Database } from '../records/schema.ts';
import type { StaffMember } from '../records/staff.ts';
import { type Answer, no, yes } from './answer.ts';
import type { Door } from './door.ts';
import { marksOf } from './marks.ts';
import { lacksRole } from './roles.ts';

/** What staff send to take in members that joined before: rows, and what to do about those that may be there already. */
export const MemberImport = z.strictObject({
  dryRun: z.boolean(),
  rows: z.array(MemberRow).min(1, 'is empty: give at least one row').max(5000),
  /** Keys of rows that are somebody else, although they look alike. */
  keepApart: z.array(z.string()).max(5000).optional(),
  /** Leave out what may be there already, and take the rest. */
  skipDuplicates: z.boolean().optional(),
});

/** `new` is or would be taken in; `there` was before, by its key; `duplicate` may be somebody who is there, and is not taken in. */
export type ImportedRow = {
  key: string;
  city: CityId;
  name: string;
  outcome: 'new' | 'there' | 'duplicate';
  alike: Alike[];
  /** Of a row that is there: what it says otherwise than before. Nothing of it is changed. */
  differs: string[];
};
export type MemberImportReport = { dryRun: boolean; imported: number; rows: ImportedRow[] };

/**
 * Takes in members that joined before: all rows or none. A row that may be somebody who is there is reported; it stops the
 * import until a person says that it is another, or that it is to be left out. The same rows again change nothing.
 */
export async function importMembers(
  door: Door,
  member: StaffMember,
  input: unknown,
): Promise<Answer<MemberImportReport>> {
  const lacking = lacksRole(member, 'administrator');
  if (lacking) return lacking;
  const given = parsed(MemberImport, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { dryRun, rows, keepApart = [], skipDuplicates = false } = given.value;
  const today = dayIn(door.clock.now(), door.network.zone);
  const wrong = rows.flatMap((row, index) => [
    ...notYet(`rows[${index}].memberSince`, row.memberSince, today),
    ...(rows.findIndex(({ key }) => key === row.key) === index
      ? []
      : [{ path: `rows[${index}].key`, message: `stands in another row already: ${row.key}` }]),
  ]);
  if (wrong.length > 0) return no({ code: 'invalid', problems: wrong });

  return await door.records.database.transaction().execute(async (change) => {
    const looked = await lookAt(change, rows, new Set(keepApart));
    const stopped = dryRun || skipDuplicates ? [] : looked.flatMap(asProblem);
    if (stopped.length > 0) return no({ code: 'invalid', problems: stopped });
    const fresh = looked.filter(({ report }) => report.outcome === 'new');
    const at = door.clock.now();
    if (!dryRun)
      await noteMembers(
        change,
        fresh.map(({ row, marks }) => recorded(row, marks, member.id, at)),
      );
    return yes({ dryRun, imported: dryRun ? 0 : fresh.length, rows: looked.map(({ report }) => report) });
  });
}

type Looked = { row: MemberRow; marks: Marks; report: ImportedRow; index: number };

async function lookAt(change: Database, rows: readonly MemberRow[], keptApart: ReadonlySet<string>): Promise<Looked[]> {
  const known = await knownCities(change);
  const before = new Map((await importedMembers(change)).map((one) => [one.row_key, one]));
  const looked: Looked[] = [];
  for (const [index, row] of rows.entries()) {
    const there = before.get(row.key);
    const city = there?.city ?? cityIdFor(row, known);
    const marks = marksOf(row, city);
    const others = there ? [] : [...(await alike(change, marks)), ...alikeAmong(looked, marks)];
    const sameId = others.some(({ reasons }) => reasons.includes('same-id'));
    // Who has the same id cannot stand beside the other, whatever anybody says.
    const isDuplicate = sameId || (others.length > 0 && !keptApart.has(row.key));
    const outcome = there ? 'there' : isDuplicate ? 'duplicate' : 'new';
    const report = {
      key: row.key,
      city,
      name: row.name,
      outcome,
      alike: others,
      differs: differences(row, there),
    } as const;
    looked.push({ row, marks, index, report: { ...report, differs: [...report.differs] } });
    known.push({ city, legalName: row.legalName });
  }
  return looked;
}

/** Rows of the same import that may be the same authority. */
function alikeAmong(looked: readonly Looked[], marks: Marks): Alike[] {
  return looked.flatMap(({ row, marks: other, report }) => {
    const reasons = reasonsFor(marks, other);
    return reasons.length === 0 || report.outcome === 'duplicate'
      ? []
      : [{ kind: 'member' as const, id: report.city, name: row.name, reasons }];
  });
}

function asProblem({ index, report }: Looked): Problem[] {
  if (report.outcome !== 'duplicate') return [];
  const others = report.alike.map(({ id, name, reasons }) => `${name} (${id}: ${reasons.join(', ')})`).join('; ');
  return [{ path: `rows[${index}].key`, message: `may be there already: ${others}` }];
}

function differences(row: MemberRow, there: ImportedMember | undefined): string[] {
  if (!there) return [];
  const before = JSON.parse(there.facts) as Record<string, unknown>;
  const now: Record<string, unknown> = row;
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((field) => before[field] !== now[field])
    .toSorted();
}

function recorded(row: MemberRow, marks: Marks, importedBy: string, at: string): ImportedMember {
  return {
    city: marks.city,
    row_key: row.key,
    country: row.country,
    kind: row.kind,
    name: row.name,
    native_name: row.nativeName ?? row.name,
    legal_name: row.legalName,
    folded_name: marks.foldedName,
    website: row.website,
    web_domain: marks.webDomain,
    geo_id: marks.geoId,
    member_since: row.memberSince,
    news_url: row.newsUrl ?? null,
    facts: canonicalJson(row),
    imported_by: importedBy,
    imported_at: at,
  };
}
