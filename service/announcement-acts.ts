import { z } from 'zod';
import { announcementRefusal } from '../domain/announcement/rules.ts';
import type { Announcement, AnnouncementAct, AnnouncementDecision } from '../domain/announcement/state.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { PlanPaper, ReasonPaper } from '../domain/case-papers.ts';
import { instantOf, zonedTime, zoneOf } from '../domain/dates.ts';
import type { AnnouncementId, Sha256 } from '../domain/ids.ts';
import { parsed } from '../domain/problems.ts';
import { text } from '../domain/text.ts';
import { announcementViewOf, findAnnouncement, noteArticle, writeAnnouncement } from '../records/announcements.ts';
import { composeFromRecords } from '../records/composing.ts';
import { bodyOf, type Paper, writePaper } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { announcementAddress } from '../workflows/addresses.ts';
import { announcementDecision } from '../workflows/messages.ts';
import { reasonOf } from './acting.ts';
import { type Answer, no, wrong, yes } from './answer.ts';
import { type Door, patience } from './door.ts';
import { planned } from './planning.ts';
import { announcementRoleFor, lacksRole, orNobodyElse } from './roles.ts';

const edition = 1;
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'is not a fingerprint (SHA-256 in hexadecimal)');
const AnnouncementFrame = z.strictObject({
  id: z.uuid('is not an id: use a random UUID'),
  version: z.int().positive(),
  decision: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('approve'), article: hash }),
    z.strictObject({ kind: z.literal('edit'), plan: z.unknown(), image: z.instanceof(Uint8Array).optional() }),
    z.strictObject({ kind: z.literal('drop'), reason: text(4000) }),
    z.strictObject({ kind: z.literal('wait'), reason: text(4000), until: zonedTime }),
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
  const role = announcementRoleFor[said.kind];
  const lacking = lacksRole(member, role);
  if (lacking) return lacking;
  const row = await findAnnouncement(door.records.database, announcement);
  if (!row || row.version === 0) return no({ code: 'not-found', what: 'announcement' });
  const view = announcementViewOf(row);

  const meant = await meaning(door, view, said, actId);
  if (!meant.ok) return meant;
  const { decision, paper, article } = meant.value;
  const at = door.clock.now();
  const act: AnnouncementAct = { id: actId, actor: member.id, at, version, decision };
  const taken = view.acts.some(({ id: one }) => one === actId);
  const refusal = taken ? null : announcementRefusal(view, act);
  if (refusal) return no(await orNobodyElse(door, member, role, refusal));
  if (paper) await writePaper(door.records.database, { ...paper, subject: announcement, actor: member.id, at });
  const answer = await send(door, view, act);
  if (!answer.ok) return no(await orNobodyElse(door, member, role, answer.refusal));
  if (article) await noteArticle(door.records.database, announcement, edition, article);
  return answer;
}

/** What was said, as the process takes it, with the paper under which its words stand and the article that an edit leads to. */
type Meaning = {
  decision: AnnouncementDecision;
  paper?: Pick<Paper, 'id' | 'kind' | 'body' | 'sha256'>;
  article?: { article: Sha256; title: string; slug: string };
};

async function meaning(
  door: Door,
  view: Announcement,
  said: z.output<typeof AnnouncementFrame>['decision'],
  actId: string,
): Promise<Answer<Meaning>> {
  if (said.kind === 'approve') return yes({ decision: said });
  if (said.kind === 'edit') return await meaningOfEdit(door, view, said, actId);
  const body: ReasonPaper = { reason: said.reason };
  const paper = { id: `${view.announcement}/reason/${actId}`, kind: 'reason' as const, body, sha256: null };
  if (said.kind === 'drop') return yes({ decision: { kind: 'drop', paper: paper.id }, paper });
  if (instantOf(said.until) <= door.clock.now()) return wrong('decision.until', 'lies in the past');
  const until = { at: instantOf(said.until), zone: zoneOf(said.until) };
  return yes({ decision: { kind: 'wait', paper: paper.id, until }, paper });
}

async function meaningOfEdit(
  door: Door,
  view: Announcement,
  said: { plan: unknown; image?: Uint8Array | undefined },
  actId: string,
): Promise<Answer<Meaning>> {
  const subject = view.announcement;
  const plan = await planned(door, said.plan, said.image, subject);
  if (!plan.ok) return plan;
  if (plan.value.cases.join() !== view.cases.join())
    return wrong('plan.cities', 'cannot change after composing: drop this announcement and compose another');
  const before = await bodyOf<PlanPaper>(door.records.database, view.plan);
  for (const fixed of ['publishAt', 'mailingList'] as const)
    if (canonicalJson(plan.value.paper.plan[fixed]) !== canonicalJson(before.plan[fixed]))
      return wrong(`plan.${fixed}`, 'cannot change after composing: drop this announcement and compose another');
  const of = { announcement: subject, plan: plan.value.paper, cases: view.cases };
  const { article, sha256 } = await composeFromRecords(door.records, door.network, of);
  const paper = { id: `${subject}/plan/${actId}`, kind: 'plan' as const, body: plan.value.paper, sha256 };
  return yes({
    decision: { kind: 'edit', plan: paper.id, article: sha256 },
    paper,
    article: { article: sha256, title: article.title, slug: article.slug },
  });
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
    return no(reasonOf(error, { code: 'wrong-step', step: view.stage.step }));
  }
}
