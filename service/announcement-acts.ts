import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import { type Announcement, type AnnouncementAct, type AnnouncementDecision, drafted } from '../domain/announcement/state.ts';
import { announcementRefusal } from '../domain/announcement/rules.ts';
import type { PlanPaper, ReasonPaper } from '../domain/case-papers.ts';
import { instantOf } from '../domain/dates.ts';
import type { AnnouncementId, CaseId } from '../domain/ids.ts';
import { parsed } from '../domain/problems.ts';
import { text } from '../domain/text.ts';
import { announcementViewOf, findAnnouncement, noteAnnouncement, noteArticle, writeAnnouncement, writeSubscribers } from '../records/announcements.ts';
import { composeFromRecords } from '../records/composing.ts';
import { writePaper } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { announcementAddress, onboardingAddress, taskQueue } from '../workflows/addresses.ts';
import { announcementDecision, refused } from '../workflows/messages.ts';
import type { announcement as announcementWorkflow } from '../workflows/announcement.ts';
import { isUnreachable, sendAct } from './acting.ts';
import { type Answer, type DoorRefusal, no, wrong, yes } from './answer.ts';
import { type Door, patience } from './door.ts';
import { type Plan, planned, slugIsFree } from './planning.ts';
import { lacksRole, orNobodyElse } from './roles.ts';

const edition = 1;
const id = z.uuid('is not an id: use a random UUID');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a fingerprint (SHA-256 in hexadecimal)');
const image = z.instanceof(Uint8Array).optional();
const Creation = z.strictObject({ id, plan: z.unknown(), image });
const AnnouncementFrame = z.strictObject({
  id,
  version: z.int().positive(),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('approve'), article: hash }),
    z.strictObject({ kind: z.literal('edit'), plan: z.unknown(), image }),
    z.strictObject({ kind: z.literal('drop'), reason: text(4000) }),
  ]),
});

/**
 * Composes an announcement of cities that are ready. Each is claimed by its own onboarding; where one refuses, those
 * claimed before are given free again and nothing is left behind. The id is the caller's: sent twice, it is one.
 */
export async function createAnnouncement(door: Door, member: StaffMember, input: unknown): Promise<Answer<Announcement>> {
  const lacking = lacksRole(member, 'editor');
  if (lacking) return lacking;
  const given = parsed(Creation, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { database } = door.records;
  const before = await findAnnouncement(database, given.value.id);
  if (before && before.version > 0) return yes(announcementViewOf(before));
  const plan = await planned(door, given.value.plan, given.value.image, given.value.id);
  if (!plan.ok) return plan;

  const noted = await noteDraft(door, member, given.value.id, plan.value);
  const claims = await claimAll(door, member, given.value.id, noted.cases);
  if (!claims.ok) return claims;
  await start(door, noted, plan.value);
  await writeAnnouncement(database, noted);
  return yes(noted);
}

/** Approves, edits or drops an announcement; who composed or edited it is refused as its approver. */
export async function actOnAnnouncement(door: Door, member: StaffMember, announcement: AnnouncementId, input: unknown): Promise<Answer<Announcement>> {
  const given = parsed(AnnouncementFrame, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { id: actId, version, decision: said } = given.value;
  const role = said.kind === 'approve' ? 'approver' : 'editor';
  const lacking = lacksRole(member, role);
  if (lacking) return lacking;
  const row = await findAnnouncement(door.records.database, announcement);
  if (!row || row.version === 0) return no({ code: 'not-found', what: 'announcement' });
  const view = announcementViewOf(row);

  const at = door.clock.now();
  const meant = await meaning(door, member, view, said, actId);
  if (!meant.ok) return meant;
  const act: AnnouncementAct = { id: actId, actor: member.id, at, version, decision: meant.value };
  const taken = view.acts.some(({ id: one }) => one === actId);
  const refusal = taken ? null : announcementRefusal(view, act);
  if (refusal) return no(await orNobodyElse(door, member, role, refusal));
  const answer = await send(door, view, act);
  return answer.ok ? answer : no(await orNobodyElse(door, member, role, answer.refusal));
}

async function meaning(
  door: Door,
  member: StaffMember,
  view: Announcement,
  said: z.output<typeof AnnouncementFrame>['decision'],
  actId: string,
): Promise<Answer<AnnouncementDecision>> {
  if (said.kind === 'approve') return yes(said);
  const at = door.clock.now();
  const subject = view.announcement;
  if (said.kind === 'drop') {
    const body: ReasonPaper = { reason: said.reason };
    const paper = `${subject}/reason/${actId}`;
    await writePaper(door.records.database, { id: paper, subject, kind: 'reason', body, sha256: null, actor: member.id, at });
    return yes({ kind: 'drop', paper });
  }
  const plan = await planned(door, said.plan, said.image, subject);
  if (!plan.ok) return plan;
  const same = [...plan.value.cases].toSorted().join() === [...view.cases].toSorted().join();
  if (!same) return wrong('plan.cities', 'cannot change after composing: drop this announcement and compose another');
  const { article, sha256 } = await composeFromRecords(door.records, door.network, plan.value.paper, view.cases);
  const paper = `${subject}/plan/${actId}`;
  await writePaper(door.records.database, { id: paper, subject, kind: 'plan', body: plan.value.paper, sha256, actor: member.id, at });
  await noteArticle(door.records.database, subject, edition, { article: sha256, title: article.title, slug: article.slug });
  return yes({ kind: 'edit', plan: paper, article: sha256 });
}

async function noteDraft(door: Door, member: StaffMember, announcement: AnnouncementId, plan: Plan): Promise<Announcement> {
  const { database } = door.records;
  const before = await findAnnouncement(database, announcement);
  if (before) return announcementViewOf(before);
  const { article, sha256 } = await composeFromRecords(door.records, door.network, plan.paper, plan.cases);
  const at = door.clock.now();
  const paper = `${announcement}/plan/${announcement}`;
  const act = { id: announcement, actor: member.id, at, kind: 'composed' as const, article: sha256 };
  const view = drafted({ announcement, edition, cases: plan.cases, plan: paper, act });
  const { publishAt, mailingList = [] } = plan.paper.plan;
  await database.transaction().execute(async (change) => {
    await writePaper(change, { id: paper, subject: announcement, kind: 'plan', body: plan.paper, sha256, actor: member.id, at });
    await noteAnnouncement(change, {
      id: announcement,
      edition,
      version: 0,
      step: 'draft',
      slug: article.slug,
      title: article.title,
      plan: paper,
      article: sha256,
      pages: null,
      publish_at: publishAt === undefined ? null : instantOf(publishAt),
      published_at: null,
      view: JSON.stringify(view),
    });
    await writeSubscribers(
      change,
      mailingList.map((reader, index) => ({ id: `${announcement}/reader/${index + 1}`, announcement, ...reader })),
    );
  });
  return view;
}

async function claimAll(door: Door, member: StaffMember, announcement: AnnouncementId, cases: CaseId[]): Promise<Answer<null>> {
  const claimed: CaseId[] = [];
  for (const one of cases) {
    const answer = await claimOrRelease(door, member, announcement, one, 'claim');
    if (!answer.ok) {
      for (const other of claimed) await claimOrRelease(door, member, announcement, other, 'release');
      return answer;
    }
    claimed.push(one);
  }
  return yes(null);
}

async function claimOrRelease(door: Door, member: StaffMember, announcement: AnnouncementId, one: CaseId, kind: 'claim' | 'release') {
  const act = { id: `${kind}-${announcement}`, actor: member.id, at: door.clock.now(), decision: { kind, announcement } };
  return await sendAct(door, one, act);
}

async function start(door: Door, view: Announcement, { paper }: Plan): Promise<void> {
  const { publishAt } = paper.plan;
  try {
    await door.temporal.withDeadline(Date.now() + patience, () =>
      door.temporal.workflow.start<typeof announcementWorkflow>('announcement', {
        workflowId: announcementAddress(view.announcement, view.edition),
        taskQueue,
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        args: [{ announcement: view, at: door.clock.now(), publishAt: publishAt === undefined ? null : instantOf(publishAt) }],
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

async function send(door: Door, view: Announcement, act: AnnouncementAct): Promise<Answer<Announcement>> {
  try {
    const handle = door.temporal.workflow.getHandle(announcementAddress(view.announcement, view.edition));
    const after = await door.temporal.withDeadline(Date.now() + patience, () =>
      handle.executeUpdate(announcementDecision(act.decision.kind), { args: [act], updateId: act.id }),
    );
    await writeAnnouncement(door.records.database, after);
    return yes(after);
  } catch (error) {
    return no(reasonOf(error, view));
  }
}

function reasonOf(error: unknown, view: Announcement): DoorRefusal {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure && error.cause.type === refused)
    return error.cause.details?.[0] as DoorRefusal;
  if (error instanceof WorkflowNotFoundError) return { code: 'wrong-step', step: view.stage.step };
  if (isUnreachable(error)) return { code: 'unreachable' };
  throw error;
}
