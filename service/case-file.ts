import { type ApplicationPaper, applicationPaperOf } from '../domain/case-papers.ts';
import type { CaseId } from '../domain/ids.ts';
import type { Taken } from '../domain/onboarding/acts.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import type { TimestampFaultKind } from '../domain/timestamp-fault.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { type Delivery, deliveriesOf } from '../records/deliveries.ts';
import type { Duplicate } from '../records/duplicates.ts';
import { type Note, notesOf } from '../records/office.ts';
import { bodyOf, readPaper } from '../records/papers.ts';
import { type Person, peopleOf } from '../records/people.ts';
import { type Question, questionsOf } from '../records/questions.ts';
import { sealWaitsFor } from '../records/seal-waiting.ts';
import { everybody, type StaffMember } from '../records/staff.ts';
import { type ActOffered, actsOffered } from './acts-offered.ts';
import { type CaseBackground, caseBackground } from './case-background.ts';
import { type CaseSummary, summaryOf } from './case-list.ts';
import type { Door } from './door.ts';
import { type SignatoryState, signatoryStates } from './letter/signatory-states.ts';
import { type PendingDecision, pendingDecision } from './pending-decision.ts';

export type CaseFile = CaseBackground & {
  summary: CaseSummary;
  view: Onboarding;
  application: ApplicationPaper['application'];
  people: Person[];
  /** Everybody who works here or did, so that every act has a name; who has left has no role. */
  staff: StaffMember[];
  notes: Note[];
  /** Between office and city, either way, oldest first. */
  questions: Question[];
  /** Every act of the staff, and whether whoever asks may do it now. */
  acts: ActOffered[];
  /** What was said with each act that came with words or a file, by the act's id. */
  papers: Record<string, unknown>;
  /** The receipts of its mails. */
  deliveries: Delivery[];
  /** How far the letter is with each who signs it. */
  signatories: SignatoryState[];
  /** Why its letter is not sealed yet; null where nothing keeps it. */
  sealWaits: TimestampFaultKind | null;
  /** A decision that the city does not know of yet. */
  pending: PendingDecision | null;
  /** How many reviewers have given their opinion in this round, and how many have to. */
  opinions: { have: number; need: number };
};

/** Everything that staff need to decide about a case; null where there is none. What a member may do is theirs alone. */
export async function showOnboarding(door: Door, id: CaseId, member?: StaffMember): Promise<CaseFile | null> {
  const { database } = door.records;
  const row = await findCase(database, id);
  if (!row) return null;
  const view = viewOf(row);
  const staff = await everybody(database);
  const deliveries = await deliveriesOf(database, id);
  const background = await caseBackground(door, row);
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(view));
  const papers: Record<string, unknown> = {};
  for (const act of view.acts)
    if ('paper' in act && act.paper !== undefined && !isHidden(view, act, member))
      papers[act.id] = (await readPaper(database, act.paper))?.body;
  return {
    summary: summaryOf(row),
    view,
    application,
    people: await peopleOf(database, id),
    staff,
    notes: await notesOf(database, id),
    questions: await questionsOf(database, id),
    acts: member ? waiting(await actsOffered(door, view, member), background.duplicates) : [],
    papers,
    ...background,
    deliveries: deliveries.filter(({ channel }) => channel === 'mail'),
    sealWaits: sealWaitsFor(deliveries),
    signatories: await signatoryStates(door, view),
    pending: await pendingDecision(door, row, view),
    opinions: { have: view.opinions?.length ?? 0, need: view.reviewers ?? 1 },
  };
}

/** Opinions of others are hidden from whoever has not given theirs, while the review lasts: each reads for themselves first. */
function isHidden({ stage, opinions = [] }: Onboarding, act: Taken, member: StaffMember | undefined): boolean {
  const own = member === undefined || act.actor === member.id || opinions.includes(member.id);
  return act.kind === 'opinion' && stage.stage === 'review' && opinions.includes(act.actor) && !own;
}

/** An acceptance waits, as the door itself would say, until a person has said of each possible duplicate what it is. */
function waiting(acts: ActOffered[], duplicates: readonly Duplicate[]): ActOffered[] {
  const cases = duplicates.flatMap((one) => (one.state === 'open' ? [one.case] : []));
  if (cases.length === 0) return acts;
  return acts.map((act) =>
    act.kind === 'accept' && act.refusal === null ? { ...act, refusal: { code: 'duplicate-open', cases } } : act,
  );
}
