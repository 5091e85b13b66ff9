import { z } from 'zod';
import { type Announcement, drafted } from '../domain/announcement/state.ts';
import { instantOf } from '../domain/dates.ts';
import type { AnnouncementId, CaseId } from '../domain/ids.ts';
import { parsed } from '../domain/problems.ts';
import {
  announcementViewOf,
  dropNoted,
  findAnnouncement,
  noteAnnouncement,
  writeAnnouncement,
  writeSubscribers,
} from '../records/announcements.ts';
import { composeFromRecords } from '../records/composing.ts';
import { writePaper } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { sendAct } from './acting.ts';
import { beginAnnouncement } from './announcement-beginning.ts';
import { type Answer, no, yes } from './answer.ts';
import type { Door } from './door.ts';
import { type Plan, planned } from './planning.ts';
import { lacksRole } from './roles.ts';

const edition = 1;
const Creation = z.strictObject({
  id: z.uuid('is not an id: use a random UUID'),
  plan: z.unknown(),
  image: z.instanceof(Uint8Array).optional(),
});

/**
 * Composes an announcement of cities that are ready. Each is claimed by its own onboarding; where one refuses, those
 * claimed before are given free again and nothing is left behind. The id is the caller's: sent twice, it is one.
 */
export async function createAnnouncement(
  door: Door,
  member: StaffMember,
  input: unknown,
): Promise<Answer<Announcement>> {
  const lacking = lacksRole(member, 'editor');
  if (lacking) return lacking;
  const given = parsed(Creation, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { database } = door.records;
  const before = await findAnnouncement(database, given.value.id);
  if (before && before.version > 0) return yes(announcementViewOf(before));
  if (before?.step === 'dropped') return no({ code: 'wrong-step', step: 'dropped' });
  const plan = await planned(door, given.value.plan, given.value.image, given.value.id);
  if (!plan.ok) return plan;

  const noted = await noteDraft(door, member, given.value.id, plan.value);
  const claims = await claimAll(door, member, given.value.id, noted.cases);
  if (!claims.ok) return claims;
  const started = await beginAnnouncement(door, noted);
  if (!started.ok) return started;
  await writeAnnouncement(database, noted);
  return yes(noted);
}

async function noteDraft(
  door: Door,
  member: StaffMember,
  announcement: AnnouncementId,
  plan: Plan,
): Promise<Announcement> {
  const { database } = door.records;
  const before = await findAnnouncement(database, announcement);
  if (before) return announcementViewOf(before);
  const { article, sha256 } = await composeFromRecords(door.records, door.network, {
    announcement,
    plan: plan.paper,
    cases: plan.cases,
  });
  const at = door.clock.now();
  const paper = `${announcement}/plan/${announcement}`;
  const act = { id: announcement, actor: member.id, at, kind: 'composed' as const, article: sha256 };
  const { publishAt: planned, mailingList = [] } = plan.paper.plan;
  const publishAt = planned === undefined ? null : instantOf(planned);
  const view = drafted({ announcement, edition, cases: plan.cases, plan: paper, publishAt, act });
  await database.transaction().execute(async (change) => {
    await writePaper(change, {
      id: paper,
      subject: announcement,
      kind: 'plan',
      body: plan.paper,
      sha256,
      actor: member.id,
      at,
    });
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
      publish_at: publishAt,
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

async function claimAll(
  door: Door,
  member: StaffMember,
  announcement: AnnouncementId,
  cases: CaseId[],
): Promise<Answer<null>> {
  const claimed: CaseId[] = [];
  for (const one of cases) {
    const answer = await claimOrRelease(door, member, announcement, one, 'claim');
    if (answer.ok) claimed.push(one);
    // Whether an act that was not answered was taken, nobody knows: the same form again goes on from here.
    else if (answer.refusal.code === 'unreachable') return answer;
    else {
      for (const other of claimed) await claimOrRelease(door, member, announcement, other, 'release');
      await dropNoted(door.records.database, announcement);
      return answer;
    }
  }
  return yes(null);
}

async function claimOrRelease(
  door: Door,
  member: StaffMember,
  announcement: AnnouncementId,
  one: CaseId,
  kind: 'claim' | 'release',
) {
  const act = {
    id: `${kind}-${announcement}`,
    actor: member.id,
    at: door.clock.now(),
    decision: { kind, announcement },
  };
  return await sendAct(door, one, act);
}
