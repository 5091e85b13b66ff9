import { z } from 'zod';
import type { Announcement } from '../domain/announcement/state.ts';
import { deadlineTime, instantOf, zoneOf } from '../domain/dates.ts';
import { parsed } from '../domain/problems.ts';
import { announcementViewOf, dropNoted, findAnnouncement, writeAnnouncement } from '../records/announcements.ts';
import type { StaffMember } from '../records/staff.ts';
import { beginAnnouncement } from './announcement-beginning.ts';
import { claimAll } from './announcement-claims.ts';
import { noteFirstEdition } from './announcement-noting.ts';
import { type Answer, no, wrong, yes } from './answer.ts';
import type { Door } from './door.ts';
import { planned } from './planning.ts';
import { lacksRole } from './roles.ts';

const Creation = z.strictObject({
  id: z.uuid('is not an id: use a random UUID'),
  plan: z.unknown(),
  image: z.instanceof(Uint8Array).optional(),
  gatherUntil: deadlineTime.optional(),
});

/**
 * Joins cities in an announcement: composes it, or waits until `gatherUntil` for those that are not ready. Each is claimed
 * by its own onboarding; where one refuses, those claimed before are given back and nothing is left behind. The id is the
 * caller's: sent twice, it is one.
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
  const { id: announcement, image, gatherUntil } = given.value;
  const { database } = door.records;
  const before = await findAnnouncement(database, announcement);
  if (before && before.version > 0) return yes(announcementViewOf(before));
  if (before?.step === 'dropped') return no({ code: 'wrong-step', step: 'dropped' });
  const now = door.clock.now();
  if (gatherUntil !== undefined && instantOf(gatherUntil) <= now) return wrong('gatherUntil', 'lies in the past');
  const gathers = gatherUntil !== undefined;
  const plan = await planned(door, given.value.plan, image, { announcement, gathers });
  if (!plan.ok) return plan;

  const until = gathers
    ? { at: instantOf(gatherUntil), zone: zoneOf(gatherUntil) }
    : { at: now, zone: door.network.zone };
  const claiming = { announcement, actor: member.id };
  const noted = await noteFirstEdition(door, { ...claiming, ...plan.value, until });
  const claims = await claimAll(door, claiming, { cases: noted.cases, awaited: plan.value.awaited });
  if (!claims.ok) {
    if (claims.refusal.code !== 'unreachable') await dropNoted(database, announcement);
    return claims;
  }
  const started = await beginAnnouncement(door, noted);
  if (!started.ok) return started;
  await writeAnnouncement(database, noted);
  return yes(noted);
}
