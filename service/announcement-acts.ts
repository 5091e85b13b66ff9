import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';
import { announcementRefusal } from '../domain/announcement/rules.ts';
import type { Announcement, AnnouncementAct, AnnouncementDecision } from '../domain/announcement/state.ts';
import type { ReasonPaper } from '../domain/case-papers.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import { parsed } from '../domain/problems.ts';
import { text } from '../domain/text.ts';
import { announcementViewOf, findAnnouncement, noteArticle, writeAnnouncement } from '../records/announcements.ts';
import { composeFromRecords } from '../records/composing.ts';
import { writePaper } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { announcementAddress } from '../workflows/addresses.ts';
import { announcementDecision, refused } from '../workflows/messages.ts';
import { isUnreachable } from './acting.ts';
import { type Answer, type DoorRefusal, no, wrong, yes } from './answer.ts';
import { type Door, patience } from './door.ts';
import { planned } from './planning.ts';
import { lacksRole, orNobodyElse } from './roles.ts';

const edition = 1;
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a fingerprint (SHA-256 in hexadecimal)');
const AnnouncementFrame = z.strictObject({
  id: z.uuid('is not an id: use a random UUID'),
  version: z.int().positive(),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('approve'), article: hash }),
    z.strictObject({ kind: z.literal('edit'), plan: z.unknown(), image: z.instanceof(Uint8Array).optional() }),
    z.strictObject({ kind: z.literal('drop'), reason: text(4000) }),
  ]),
});

/** Approves, edits or drops an announcement; who composed or edited it is refused as its approver. */
export async function actOnAnnouncement(
  door: Door,
  member: StaffMember,
  announcement: AnnouncementId,
  input: unknown,
): Promise<Answer<Announcement>> {
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
    await writePaper(door.records.database, {
      id: paper,
      subject,
      kind: 'reason',
      body,
      sha256: null,
      actor: member.id,
      at,
    });
    return yes({ kind: 'drop', paper });
  }
  const plan = await planned(door, said.plan, said.image, subject);
  if (!plan.ok) return plan;
  const same = [...plan.value.cases].toSorted().join() === [...view.cases].toSorted().join();
  if (!same) return wrong('plan.cities', 'cannot change after composing: drop this announcement and compose another');
  const { article, sha256 } = await composeFromRecords(door.records, door.network, plan.value.paper, view.cases);
  const paper = `${subject}/plan/${actId}`;
  await writePaper(door.records.database, {
    id: paper,
    subject,
    kind: 'plan',
    body: plan.value.paper,
    sha256,
    actor: member.id,
    at,
  });
  await noteArticle(door.records.database, subject, edition, {
    article: sha256,
    title: article.title,
    slug: article.slug,
  });
  return yes({ kind: 'edit', plan: paper, article: sha256 });
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
  if (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === refused
  )
    return error.cause.details?.[0] as DoorRefusal;
  if (error instanceof WorkflowNotFoundError) return { code: 'wrong-step', step: view.stage.step };
  if (isUnreachable(error)) return { code: 'unreachable' };
  throw error;
}
