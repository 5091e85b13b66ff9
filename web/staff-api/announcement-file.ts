import type { StaffMember } from '../../records/staff.ts';
import { type AnnouncementKind, announcementOffers } from '../../service/announcement-offers.ts';
import { type AnnouncementFacts, showAnnouncement } from '../../service/announcement-questions.ts';
import type { Door } from '../../service/door.ts';
import { previewOf } from '../../service/preview.ts';
import { type LateOption, lateOptions } from '../../templates/late-words.ts';
import { renderPreview } from '../../templates/site/preview.ts';
import { type ShownAct, shownAct } from './shown.ts';

/** An announcement as staff see it; `late` is what can be done about cities that are not ready in time, null where that is no question. */
export type AnnouncementFile = AnnouncementFacts & { late: LateCities | null; acts: ShownAct<AnnouncementKind>[] };

/** The ways on, prepared as sentences; a person chooses one, and none is the default. */
export type LateCities = { options: LateOption[] };

/** All that a member of staff needs to decide about an announcement; null where there is none. */
export async function announcementFile(door: Door, member: StaffMember, id: string): Promise<AnnouncementFile | null> {
  const facts = await showAnnouncement(door, id);
  if (!facts) return null;
  const acts = await announcementOffers(door, member, facts.view);
  return { ...facts, late: lateCities(facts), acts: acts.map(({ kind, refusal }) => shownAct(kind, refusal)) };
}

function lateCities({ view, cities }: AnnouncementFacts): LateCities | null {
  const { stage, overdue } = view;
  if (stage.step !== 'gathering' || !overdue) return null;
  const awaited = cities.filter((city) => stage.awaited.includes(city.case));
  const ready = cities.filter((city) => !stage.awaited.includes(city.case));
  return { options: lateOptions(awaited, ready, 'en') };
}

/** The page of an announcement as readers would get it, whole in one file; null where there is none. */
export async function previewPage(door: Door, id: string): Promise<string | null> {
  const preview = await previewOf(door, id);
  if (!preview) return null;
  const { own, contents, picture, standing } = preview;
  const { network, address } = door;
  const { articles, members, images } = contents;
  const image = (sha256: string) => images.get(sha256) ?? { type: 'application/octet-stream', extension: 'bin' };
  return renderPreview({ network, address, articles, members, image }, own, { picture, standing });
}
