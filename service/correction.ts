import { correctedArticle } from '../domain/amending.ts';
import type { Announcement } from '../domain/announcement/state.ts';
import { AnnouncementPlan } from '../domain/announcement-plan.ts';
import type { Article } from '../domain/article.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { PlanPaper, ReasonPaper, Replacement } from '../domain/case-papers.ts';
import type { AnnouncementId, CaseId } from '../domain/ids.ts';
import { type Problem, parsed } from '../domain/problems.ts';
import { withReplacement } from '../domain/replacing.ts';
import { editionsOf } from '../records/announcements.ts';
import { composeOnly, readArticleDocument } from '../records/composing.ts';
import { bodyOf } from '../records/papers.ts';
import { type Answer, no, wrong, yes } from './answer.ts';
import type { Door } from './door.ts';
import { pictureOf } from './planning.ts';

/** A plan that was checked, the cases that it names in its order, and the article that follows from both. */
export type Composed = { paper: PlanPaper; cases: CaseId[]; article: Article };

/**
 * A plan that corrects what is public. It names cities of that only (one may be missing, none can be new), stays at the
 * same address, and changes something. Words of a city's section can be replaced; what somebody has said stays as it is.
 */
export async function correction(
  door: Door,
  { announcement, cases: open, plan: planPaper }: Announcement,
  said: { plan: unknown; image?: Uint8Array | undefined; replace?: Replacement[] | undefined; notice: string },
): Promise<Answer<Composed>> {
  const { records, network } = door;
  const plan = parsed(AnnouncementPlan, said.plan);
  if (!plan.ok) return no({ code: 'invalid', problems: plan.problems });
  const before = await publicArticle(door, announcement);
  const earlier = await bodyOf<PlanPaper>(records.database, planPaper);
  const named = plan.value.cities.map((city) => open.find((one) => one.slice(0, one.lastIndexOf('.')) === city));
  const problems: Problem[] = plan.value.cities.flatMap((city, index) =>
    named[index] === undefined
      ? [{ path: `plan.cities[${index}]`, message: `names ${city}, which is not in it: announce it by itself` }]
      : [],
  );
  if (plan.value.slug !== undefined && plan.value.slug !== before.slug)
    problems.push({ path: 'plan.slug', message: `cannot change: readers have it as ${before.slug}` });
  if (plan.value.mailingList && canonicalJson(plan.value.mailingList) !== canonicalJson(earlier.plan.mailingList))
    problems.push({
      path: 'plan.mailingList',
      message: 'cannot change: a correction goes to the readers of the first',
    });
  const picture = await pictureOf(door, plan.value, said.image, earlier);
  if (picture.why) problems.push({ path: 'plan.image.file', message: picture.why });
  if (problems.length > 0) return no({ code: 'invalid', problems });

  const cases = named.flatMap((one) => one ?? []);
  const kept: PlanPaper = { plan: plan.value, image: picture.image, replaced: earlier.replaced ?? [] };
  const composed = await composeOnly(records, network, { announcement, plan: kept, cases });
  const replaced = replacedIn(composed, said.replace ?? []);
  if (!replaced.ok) return replaced;
  const paper = { ...kept, replaced: [...(earlier.replaced ?? []), ...(said.replace ?? [])] };
  const article = correctedArticle(replaced.value, before, said.notice);
  const isTheSame = canonicalJson({ ...article, notices: before.notices }) === canonicalJson(before);
  return isTheSame ? wrong('plan', 'changes nothing of what is public') : yes({ paper, cases, article });
}

function replacedIn(article: Article, replacements: readonly Replacement[]): Answer<Article> {
  let after = article;
  for (const [index, one] of replacements.entries()) {
    const replaced = withReplacement(after, one);
    if (!replaced.ok) return wrong(`decision.replace[${index}].find`, notReplaced[replaced.why]);
    after = replaced.article;
  }
  return yes(after);
}

const notReplaced = {
  absent:
    'stands nowhere in the section of this city, outside its quotes: what somebody has said cannot be changed here',
  repeated: 'stands there more than once: add words before or after it',
};

/** The article that readers have of an announcement. */
export async function publicArticle(door: Door, announcement: AnnouncementId): Promise<Article> {
  const editions = await editionsOf(door.records.database, announcement);
  const row = editions.findLast(({ step }) => step === 'published');
  if (!row) throw new Error(`Announcement ${announcement} is not public.`);
  return await readArticleDocument(door.records, row.article);
}

/** The sentence to readers with which an edition was begun. */
export async function noticeOf(door: Door, { amends }: Announcement): Promise<string> {
  return amends ? (await bodyOf<ReasonPaper>(door.records.database, amends.notice)).reason : '';
}
