import type { Announcement } from '../domain/announcement/state.ts';
import type { PlanPaper } from '../domain/case-papers.ts';
import { instantOf, zoneOf } from '../domain/dates.ts';
import type { CaseId, Deadline } from '../domain/ids.ts';
import { findAnnouncement, writeAnnouncement } from '../records/announcements.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { bodyOf } from '../records/papers.ts';
import type { StaffMember } from '../records/staff.ts';
import { beginAnnouncement } from './announcement-beginning.ts';
import { claim } from './announcement-claims.ts';
import type { SaidOfAnnouncement } from './announcement-frame.ts';
import { noteFirstEdition } from './announcement-noting.ts';
import { type Answer, yes } from './answer.ts';
import type { Door } from './door.ts';

type Split = Extract<SaidOfAnnouncement, { kind: 'split' }>;

/**
 * Makes the announcement into which cities were split, once they have been taken out of the old one. It has that one's
 * author and readers, and waits for those of its cities that are not ready. Sent again, it goes on from where it stopped.
 */
export async function makeSplit(
  door: Door,
  member: StaffMember,
  from: Announcement,
  { into, said }: { into: string; said: Split },
): Promise<Answer<null>> {
  const { database } = door.records;
  const before = await findAnnouncement(database, into);
  if (before && (before.version > 0 || before.step === 'dropped')) return yes(null);
  const taken = from.acts.find(({ id }) => id === into);
  const leaving = taken?.kind === 'split' ? taken.cases : [];
  const claiming = { announcement: into, actor: member.id };
  const claimed: { case: CaseId; isReady: boolean }[] = [];
  for (const one of leaving) {
    const row = await findCase(database, one);
    const isAwaited = row !== null && viewOf(row).stage.stage !== 'announcement';
    const answer = await claim(door, claiming, one, isAwaited);
    // Another announcement may have taken it in meanwhile, or it has withdrawn: then this one goes without it.
    if (answer.ok) claimed.push({ case: one, isReady: answer.value.stage.stage === 'announcement' });
    else if (answer.refusal.code === 'unreachable') return answer;
  }
  if (claimed.length === 0) return yes(null);
  const noted = await noteFirstEdition(door, {
    ...claiming,
    paper: await planOf(door, from, claimed),
    cases: claimed.map((one) => one.case),
    awaited: claimed.filter(({ isReady }) => !isReady).map((one) => one.case),
    until: untilOf(said, from, door),
  });
  const started = await beginAnnouncement(door, noted);
  if (!started.ok) return started;
  await writeAnnouncement(database, noted);
  return yes(null);
}

async function planOf(door: Door, from: Announcement, claimed: { case: CaseId }[]): Promise<PlanPaper> {
  const { plan } = await bodyOf<PlanPaper>(door.records.database, from.plan);
  const { author, articles, mailingList } = plan;
  const cities = claimed.map((one) => one.case.slice(0, one.case.lastIndexOf('.')));
  return {
    plan: { cities, author, ...(articles ? { articles } : {}), ...(mailingList ? { mailingList } : {}) },
    image: null,
  };
}

/** The date that was said, or the old announcement's, as long as that waits for its own cities; one that has passed makes it late at once. */
function untilOf({ gatherUntil }: Split, { stage, due }: Announcement, door: Door): Deadline {
  if (gatherUntil !== undefined) return { at: instantOf(gatherUntil), zone: zoneOf(gatherUntil) };
  if (stage.step === 'gathering' && due) return due;
  return { at: door.clock.now(), zone: door.network.zone };
}
