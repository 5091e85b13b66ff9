import { fileTypeFromBuffer } from 'file-type';
import { AnnouncementPlan } from '../domain/announcement-plan.ts';
import type { PlanPaper } from '../domain/case-papers.ts';
import type { AnnouncementId, CaseId, CityId } from '../domain/ids.ts';
import { isClosed } from '../domain/onboarding/state.ts';
import { type Problem, parsed } from '../domain/problems.ts';
import { otherSlugs } from '../records/announcements.ts';
import { casesOfCity, viewOf } from '../records/cases.ts';
import { keepDocument } from '../records/documents-kept.ts';
import { type Answer, no, yes } from './answer.ts';
import type { Door } from './door.ts';

/** The largest picture that is taken, in bytes: 10 MB. */
export const largestImage = 10 * 1024 * 1024;

/** `awaited` are those of the cases that are not ready yet. */
export type Plan = { paper: PlanPaper; cases: CaseId[]; awaited: CaseId[] };

/**
 * Checks a plan against what is true: its cities are ready (or on their way, where it `gathers`), its address is free, its
 * picture is one. All problems at once.
 */
export async function planned(
  door: Door,
  input: unknown,
  image: Uint8Array | undefined,
  { announcement, gathers = false, before }: { announcement: AnnouncementId; gathers?: boolean; before?: PlanPaper },
): Promise<Answer<Plan>> {
  const plan = parsed(AnnouncementPlan, input);
  if (!plan.ok) return no({ code: 'invalid', problems: plan.problems });
  const problems: Problem[] = [];
  const cases: CaseId[] = [];
  const awaited: CaseId[] = [];
  for (const [index, city] of plan.value.cities.entries()) {
    const found = await caseToAnnounce(door, city, announcement);
    if (!found.ok) problems.push({ path: `cities[${index}]`, message: found.why });
    else if (found.value.stage !== 'announcement' && !gathers)
      problems.push({ path: `cities[${index}]`, message: notReady(city, found.value.stage) });
    else {
      cases.push(found.value.case);
      if (found.value.stage !== 'announcement') awaited.push(found.value.case);
    }
  }
  const slug = plan.value.slug;
  if (slug !== undefined && (await otherSlugs(door.records.database, announcement)).has(slug))
    problems.push({ path: 'slug', message: 'is the address of another announcement already: choose another' });
  const picture = await pictureOf(door, plan.value, image, before);
  if (picture.why) problems.push({ path: 'image.file', message: picture.why });
  if (problems.length > 0) return no({ code: 'invalid', problems });
  return yes({ paper: { plan: plan.value, image: picture.image }, cases, awaited });
}

/** The picture that a plan names: the one that was sent with it, or the one that an earlier plan had under this name; `why` says what is wrong with it. */
export async function pictureOf(
  door: Door,
  plan: AnnouncementPlan,
  image: Uint8Array | undefined,
  before: PlanPaper | undefined,
): Promise<{ image: PlanPaper['image']; why?: string }> {
  if (plan.image && !image && before?.image && before.plan.image?.file === plan.image.file)
    return { image: before.image };
  const { type, why } = await imageType(plan.image !== undefined, image);
  if (why !== undefined) return { image: null, why };
  return { image: image && type ? { sha256: await keepDocument(door.records, image, type), type } : null };
}

/** What kind of picture a file is, told by its content alone; `why` says what is wrong with it. */
export async function imageType(
  wanted: boolean,
  image: Uint8Array | undefined,
): Promise<{ type?: string; why?: string }> {
  if (!wanted) return image ? { why: 'was sent although the plan names no image' } : {};
  if (!image) return { why: 'is missing: send the picture that the plan names' };
  if (image.length > largestImage) return { why: 'is too large: at most 10 MB' };
  const found = await fileTypeFromBuffer(image);
  const taken = ['image/png', 'image/jpeg', 'image/webp'];
  return found && taken.includes(found.mime)
    ? { type: found.mime }
    : { why: 'is neither a PNG nor a JPEG or WebP picture' };
}

type Found = { ok: true; value: { case: CaseId; stage: string } } | { ok: false; why: string };

/** The case of a city that this announcement may take in, or wait for; else why not. */
async function caseToAnnounce(door: Door, city: CityId, announcement: AnnouncementId): Promise<Found> {
  const rows = await casesOfCity(door.records.database, city);
  const row = rows.find(({ accepted_city }) => accepted_city !== null) ?? rows.at(-1);
  if (!row) return { ok: false, why: `names ${city}, but nobody has applied for it` };
  const { stage, gatheredBy } = viewOf(row);
  if (isClosed(stage)) return { ok: false, why: notReady(city, stage.stage) };
  const claim = stage.stage === 'announcement' && stage.claim.kind !== 'free' ? stage.claim.announcement : undefined;
  const takenIn = claim ?? gatheredBy ?? announcement;
  return takenIn === announcement
    ? { ok: true, value: { case: row.id, stage: stage.stage } }
    : { ok: false, why: `names ${city}, which another announcement has taken in` };
}

function notReady(city: CityId, stage: string): string {
  return `names ${city}, which is not ready: it is at ${stage}`;
}
