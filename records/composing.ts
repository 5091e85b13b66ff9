import { type AnnouncedCity, type Article, composeArticle } from '../domain/article.ts';
import { canonicalJson } from '../domain/canonical.ts';
import {
  type ApplicationPaper,
  applicationPaperOf,
  type PlanPaper,
  type StatementPaper,
} from '../domain/case-papers.ts';
import type { AnnouncementId, CaseId, Sha256 } from '../domain/ids.ts';
import type { Network } from '../domain/network.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { withReplacement } from '../domain/replacing.ts';
import { otherSlugs } from './announcements.ts';
import { findCase, viewOf } from './cases.ts';
import { bodyOf } from './papers.ts';
import type { Records } from './records.ts';

export type Composition = { announcement: AnnouncementId; plan: PlanPaper; cases: readonly CaseId[] };

/** Composes the article of these cases from what the records hold, keeps it, and answers with it and its hash. */
export async function composeFromRecords(
  records: Records,
  network: Network,
  of: Composition,
): Promise<{ article: Article; sha256: Sha256 }> {
  const article = await composeOnly(records, network, of);
  return { article, sha256: await keepArticle(records, article) };
}

/**
 * The article of these cases as it would be now, of which nothing is kept. Where another announcement has the address that
 * follows from the cities, a number is put behind it.
 */
export async function composeOnly(records: Records, network: Network, of: Composition): Promise<Article> {
  const cities: AnnouncedCity[] = [];
  for (const id of of.cases) cities.push(await announcedCity(records, network, id));
  const article = composeArticle(of.plan.plan, cities, network, of.plan.image?.sha256);
  const replaced = (of.plan.replaced ?? []).reduce((before, one) => {
    const after = withReplacement(before, one);
    return after.ok ? after.article : before;
  }, article);
  return { ...replaced, slug: freeSlug(article.slug, await otherSlugs(records.database, of.announcement)) };
}

/** Keeps an article by the hash of its canonical JSON, which is what is approved. */
export async function keepArticle(records: Records, article: Article): Promise<Sha256> {
  return await records.documents.put(Buffer.from(canonicalJson(article)));
}

function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`;
  return free;
}

/** The article with this hash, which must have been kept. */
export async function readArticleDocument(records: Records, sha256: Sha256): Promise<Article> {
  const bytes = await records.documents.get(sha256);
  if (!bytes) throw new Error(`Article ${sha256} is not in the documents.`);
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Article;
}

/** A country as readers know it: by the network's own name for it, or the language's. */
export function countryName(network: Network, country: string, language = 'en'): string {
  const own = language === 'en' ? network.countryNames[country] : undefined;
  return own ?? new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country;
}

async function announcedCity(records: Records, network: Network, id: CaseId): Promise<AnnouncedCity> {
  const row = await findCase(records.database, id);
  if (!row) throw new Error(`Case ${id} is not in the records.`);
  const view = viewOf(row);
  const { application } = await bodyOf<ApplicationPaper>(records.database, applicationPaperOf(view));
  const words = wordsOf(view);
  return {
    city: row.city,
    name: application.authority.name,
    countryName: countryName(network, row.country),
    statement: words ? (await bodyOf<StatementPaper>(records.database, words)).statement : null,
  };
}

function wordsOf({ stage }: Onboarding): string | null {
  return (stage.stage === 'announcement' || stage.stage === 'announced') && stage.words ? stage.words.paper : null;
}
