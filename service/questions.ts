import { type ApplicationPaper, applicationPaperOf } from '../domain/case-papers.ts';
import type { CaseId } from '../domain/ids.ts';
import { type LetterDifference, letterDifferences } from '../domain/letter-differences.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { type AuditReport, auditEntries, type NumberedEntry, verifyAudit } from '../records/audit.ts';
import { type CaseRow, findCase, likeCases, listCases, viewOf } from '../records/cases.ts';
import { allDeliveries, type Delivery, deliveriesOf } from '../records/deliveries.ts';
import { bodyOf, readPaper } from '../records/papers.ts';
import { type Person, peopleOf } from '../records/people.ts';
import type { Door } from './door.ts';

export type CaseSummary = Pick<
  CaseRow,
  'id' | 'city' | 'name' | 'country' | 'reference' | 'stage' | 'waits_for' | 'due'
> & { overdue: boolean };

/** All cases, the ones due first on top. */
export async function listOnboardings(door: Door): Promise<CaseSummary[]> {
  return (await listCases(door.records.database)).map(summaryOf);
}

export type CaseFile = {
  summary: CaseSummary;
  view: Onboarding;
  application: ApplicationPaper['application'];
  people: Person[];
  /** What was said with each act that came with words or a file, by the act's id. */
  papers: Record<string, unknown>;
  like: CaseSummary[];
  differences: LetterDifference[];
  deliveries: Delivery[];
};

/** Everything that staff need to decide about a case; null where there is none. */
export async function showOnboarding(door: Door, id: CaseId): Promise<CaseFile | null> {
  const { database } = door.records;
  const row = await findCase(database, id);
  if (!row) return null;
  const view = viewOf(row);
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(view));
  const papers: Record<string, unknown> = {};
  for (const act of view.acts) if ('paper' in act) papers[act.id] = (await readPaper(database, act.paper))?.body;
  return {
    summary: summaryOf(row),
    view,
    application,
    people: await peopleOf(database, id),
    papers,
    like: (await likeCases(database, row)).map(summaryOf),
    differences: letterDifferences(application, view, papers),
    deliveries: await deliveriesOf(database, id),
  };
}

/** Every receipt, oldest first. */
export async function listDeliveries(door: Door): Promise<Delivery[]> {
  return await allDeliveries(door.records.database);
}

/** The audit's entries: of one case or announcement, or all. */
export async function listAudit(door: Door, { subject }: { subject?: string | undefined }): Promise<NumberedEntry[]> {
  return await auditEntries(door.records.database, subject);
}

/** What a mail said, with placeholders for links and codes; null where there is none. */
export async function showMailCopy(door: Door, id: string): Promise<unknown> {
  const copy = (await listDeliveries(door)).find((one) => one.id === id && one.channel === 'mail')?.copy ?? null;
  const bytes = copy === null ? null : await door.records.documents.get(copy);
  return bytes ? JSON.parse(Buffer.from(bytes).toString('utf8')) : null;
}

/** Whether the audit holds, and where it does not. */
export async function checkAudit(door: Door): Promise<AuditReport> {
  return await verifyAudit(door.records.database);
}

function summaryOf(row: CaseRow): CaseSummary {
  const { id, city, name, country, reference, stage, waits_for, due, overdue } = row;
  return { id, city, name, country, reference, stage, waits_for, due, overdue: overdue === 1 };
}
