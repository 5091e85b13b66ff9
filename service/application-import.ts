import { z } from 'zod';
import { sha256 } from '../domain/canonical.ts';
import { cityIdFor } from '../domain/city-id.ts';
import { dayIn } from '../domain/days.ts';
import type { CaseId } from '../domain/ids.ts';
import { ImportedApplication } from '../domain/imported-application.ts';
import { notYet, toldTooEarly } from '../domain/in-the-future.ts';
import { type Problem, parsed } from '../domain/problems.ts';
import { type Alike, alike, type Marks, reasonsFor } from '../records/alike.ts';
import { findCase, findCaseByForm, isAcceptedElsewhere, knownCities } from '../records/cases.ts';
import { isKept } from '../records/documents-kept.ts';
import type { Database } from '../records/schema.ts';
import type { StaffMember } from '../records/staff.ts';
import { isUnreachable } from './acting.ts';
import { type Answer, no, yes } from './answer.ts';
import { EvidenceGiven } from './application-for-city.ts';
import { noteApplication } from './apply.ts';
import { begin } from './beginning.ts';
import type { BroughtInBy } from './brought-in.ts';
import type { Door } from './door.ts';
import { marksOf } from './marks.ts';
import { lacksRole } from './roles.ts';

/** What staff send to take in open applications that were dealt with elsewhere so far. */
export const ApplicationImport = z.strictObject({
  dryRun: z.boolean(),
  evidence: EvidenceGiven,
  rows: z.array(ImportedApplication).min(1, 'is empty: give at least one application').max(1000),
  /** Keys of rows that are somebody else, although they look alike. */
  keepApart: z.array(z.string()).max(1000).optional(),
  /** Leave out what may be there already, and take the rest. */
  skipDuplicates: z.boolean().optional(),
});

/** `new` becomes or would become a case; `there` is one already, by its key; `duplicate` may be somebody who is there. */
export type ImportedCase = {
  key: string;
  name: string;
  outcome: 'new' | 'there' | 'duplicate';
  case: CaseId | null;
  alike: Alike[];
};
export type ApplicationImportReport = { dryRun: boolean; imported: number; rows: ImportedCase[] };
type Given = z.output<typeof ApplicationImport>;

/**
 * Takes in open applications, all or none; each goes on where it stood. Who may be there already stops the import until a
 * person decides. The same rows again change nothing, and finish what a crash has left half done.
 */
export async function importApplications(
  door: Door,
  member: StaffMember,
  input: unknown,
): Promise<Answer<ApplicationImportReport>> {
  const lacking = lacksRole(member, 'administrator');
  if (lacking) return lacking;
  const given = parsed(ApplicationImport, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const wrong = await problemsOf(door, given.value);
  if (wrong.length > 0) return no({ code: 'invalid', problems: wrong });

  const { dryRun } = given.value;
  const taken = await door.records.database.transaction().execute(async (change) => {
    const looked = await lookAt(change, given.value);
    const stopped = looked.flatMap((one) => stops(one, given.value));
    if (stopped.length > 0) return no({ code: 'invalid', problems: stopped });
    if (dryRun) return yes(looked.map(({ report }) => report));
    return yes(await noted(change, door, member, given.value, looked));
  });
  if (!taken.ok) return taken;
  const rows = taken.value;
  const imported = dryRun ? 0 : rows.filter(({ outcome }) => outcome === 'new').length;
  return dryRun || (await begun(door, rows)) ? yes({ dryRun, imported, rows }) : no({ code: 'unreachable' });
}

/** What is wrong with single rows, beyond what their schema says. */
async function problemsOf(door: Door, { rows }: Given): Promise<Problem[]> {
  const now = door.clock.now();
  const today = dayIn(now, door.network.zone);
  const problems: Problem[] = [];
  for (const [index, { key, application, state }] of rows.entries()) {
    const at = `rows[${index}]`;
    if (rows.findIndex((row) => row.key === key) !== index)
      problems.push({ path: `${at}.key`, message: `stands in another row already: ${key}` });
    for (const problem of toldTooEarly(application, now))
      problems.push({ ...problem, path: `${at}.application.${problem.path}` });
    if (state?.stage !== 'statement') continue;
    problems.push(...notYet(`${at}.state.memberSince`, state.memberSince, today));
    problems.push(...notYet(`${at}.state.letter.issuedOn`, state.letter.issuedOn, today));
    if (!(await isKept(door.records, state.letter.sha256)))
      problems.push({ path: `${at}.state.letter.sha256`, message: 'names a file that was not handed in before' });
  }
  return problems;
}

type Looked = { index: number; marks: Marks; report: ImportedCase; closedToOthers: boolean };

async function lookAt(change: Database, { rows, keepApart = [] }: Given): Promise<Looked[]> {
  const known = await knownCities(change);
  const looked: Looked[] = [];
  for (const [index, { key, application, state }] of rows.entries()) {
    const { authority } = application;
    const there = await findCaseByForm(change, formOf(key));
    const place = { ...authority, geonames: authority.identifiers?.['geonames'] };
    const marks = marksOf(place, there?.city ?? cityIdFor(authority, known));
    const others = there ? [] : [...(await alike(change, marks)), ...alikeAmong(looked, marks)];
    const duplicate = others.length > 0 && !keepApart.includes(key);
    const outcome = there ? 'there' : duplicate ? 'duplicate' : 'new';
    const goesOn = state !== undefined && state.stage !== 'review';
    const closedToOthers = !there && goesOn && (await isTakenUp(change, looked, marks.city));
    looked.push({
      index,
      marks,
      closedToOthers,
      report: { key, name: authority.name, outcome, case: there?.id ?? null, alike: others },
    });
    known.push({ city: marks.city, legalName: authority.legalName });
  }
  return looked;
}

async function isTakenUp(change: Database, looked: readonly Looked[], city: string): Promise<boolean> {
  return looked.some(({ marks }) => marks.city === city) || (await isAcceptedElsewhere(change, city));
}

/** Rows of the same import that may be the same authority. */
function alikeAmong(looked: readonly Looked[], marks: Marks): Alike[] {
  return looked.flatMap(({ marks: other, report }) => {
    const reasons = reasonsFor(marks, other);
    if (reasons.length === 0 || report.outcome === 'duplicate') return [];
    return [{ kind: 'case' as const, id: other.city, name: report.name, reasons }];
  });
}

function stops({ index, report, closedToOthers }: Looked, { dryRun, skipDuplicates }: Given): Problem[] {
  if (report.outcome === 'new' && closedToOthers)
    return [{ path: `rows[${index}].state.stage`, message: 'is not possible: this city has been accepted already' }];
  if (report.outcome !== 'duplicate' || dryRun || skipDuplicates) return [];
  const others = report.alike.map(({ id, name, reasons }) => `${name} (${id}: ${reasons.join(', ')})`).join('; ');
  return [{ path: `rows[${index}].key`, message: `may be there already: ${others}` }];
}

async function noted(
  change: Database,
  door: Door,
  member: StaffMember,
  { rows, evidence }: Given,
  looked: readonly Looked[],
): Promise<ImportedCase[]> {
  const reports: ImportedCase[] = [];
  for (const { index, report } of looked) {
    const row = rows[index];
    if (report.outcome !== 'new' || !row) reports.push(report);
    else {
      const broughtIn = { by: member.id, evidence, ...goesOnWith(row.state) };
      reports.push({
        ...report,
        case: await noteApplication(change, door, row.application, formOf(row.key), broughtIn),
      });
    }
  }
  return reports;
}

function goesOnWith(state: Given['rows'][number]['state']): Pick<BroughtInBy, 'goesOnAt' | 'membership'> {
  if (state?.stage !== 'statement') return { goesOnAt: state?.stage ?? 'review' };
  const { memberSince, letter } = state;
  const issuedAt = new Date(`${letter.issuedOn}T12:00:00Z`).toISOString();
  const kept = { version: letter.version, sha256: letter.sha256, pages: 1, issuedAt };
  return {
    goesOnAt: 'statement',
    membership: { memberSince, letter: kept, signatures: [], finalSha256: letter.sha256 },
  };
}

/** Begins every case that was noted; false where Temporal cannot be reached: the same rows again go on from there. */
async function begun(door: Door, rows: readonly ImportedCase[]): Promise<boolean> {
  try {
    for (const { case: id } of rows) {
      const row = id === null ? null : await findCase(door.records.database, id);
      if (row) await begin(door, row);
    }
    return true;
  } catch (error) {
    if (isUnreachable(error)) return false;
    throw error;
  }
}

/** The form of a row: the same key is the same form. */
function formOf(key: string): string {
  return `import-${sha256(key).slice(0, 32)}`;
}
