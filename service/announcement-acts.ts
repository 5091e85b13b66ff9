import type { AnnouncementAct } from '../domain/announcement/acts.ts';
import { announcementRefusal } from '../domain/announcement/refusal.ts';
import type { Announcement } from '../domain/announcement/state.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import { parsed } from '../domain/problems.ts';
import { announcementViewOf, findAnnouncement, noteArticle, writeAnnouncement } from '../records/announcements.ts';
import { writePaper } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { announcementAddress } from '../workflows/addresses.ts';
import { announcementDecision } from '../workflows/messages.ts';
import { reasonOf } from './acting.ts';
import { amend } from './announcement-amendment.ts';
import { AnnouncementFrame } from './announcement-frame.ts';
import { meaning } from './announcement-meaning.ts';
import { makeSplit } from './announcement-split.ts';
import { type Answer, no, yes } from './answer.ts';
import type { Door } from './door.ts';
import { announcementRoleFor, lacksRole, orNobodyElse } from './roles.ts';
import { answerTo } from './updating.ts';

/** Takes an act of a member of staff on an announcement: role, rules and four eyes are asked before anything is noted. */
export async function actOnAnnouncement(
  door: Door,
  member: StaffMember,
  announcement: AnnouncementId,
  input: unknown,
): Promise<Answer<Announcement>> {
  const given = parsed(AnnouncementFrame, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { id: actId, version, decision: said } = given.value;
  const { database } = door.records;
  const row = await findAnnouncement(database, announcement);
  const role = announcementRoleFor(said.kind, row?.step);
  const lacking = lacksRole(member, role);
  if (lacking) return lacking;
  if (!row || row.version === 0) return no({ code: 'not-found', what: 'announcement' });
  const view = announcementViewOf(row);
  if (said.kind === 'correct' || said.kind === 'retract')
    return await amend(door, member, view, { said, actId, version });

  const at = door.clock.now();
  const meant = await meaning(door, said, { view, actId, at });
  if (!meant.ok) return meant;
  const { decision, paper, article } = meant.value;
  const act: AnnouncementAct = { id: actId, actor: member.id, at, version, decision };
  const taken = view.acts.some(({ id: one }) => one === actId);
  const refusal = taken ? null : announcementRefusal(view, act);
  if (refusal) return no(await orNobodyElse(door, member, role, refusal));
  if (paper) await writePaper(database, { ...paper, subject: announcement, actor: member.id, at });
  const answer = await send(door, view, act);
  if (!answer.ok) return no(await orNobodyElse(door, member, role, answer.refusal));
  if (article) await noteArticle(database, announcement, view.edition, article);
  if (said.kind !== 'split') return answer;
  const made = await makeSplit(door, member, answer.value, { into: actId, said });
  return made.ok ? answer : made;
}

async function send(door: Door, view: Announcement, act: AnnouncementAct): Promise<Answer<Announcement>> {
  try {
    const handle = door.temporal.workflow.getHandle(announcementAddress(view.announcement, view.edition));
    const after = await answerTo(door, () =>
      handle.executeUpdate(announcementDecision(act.decision.kind), { args: [act], updateId: act.id }),
    );
    await writeAnnouncement(door.records.database, after);
    return yes(after);
  } catch (error) {
    return no(reasonOf(error, { code: 'wrong-step', step: view.stage.step }));
  }
}
