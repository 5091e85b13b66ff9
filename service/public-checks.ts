import { sha256 as sha256Of } from '../domain/canonical.ts';
import { dayIn } from '../domain/days.ts';
import type { CityId, Day, Sha256 } from '../domain/ids.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { quotesOf } from '../domain/statement.ts';
import { publishedNow } from '../records/announcements.ts';
import { type CaseRow, casesHolding, casesOfCity, viewOf } from '../records/cases.ts';
import { readArticleDocument } from '../records/composing.ts';
import type { Door } from './door.ts';

/** What a fingerprint belongs to: in words, of which city, since which day. */
export type Found = { what: string; city: CityId; name: string; day: Day | null };

/** Whose approved words these are, by the fingerprint of the statement, or of the text of one published quote. */
export async function checkStatement(door: Door, sha256: Sha256): Promise<Found[]> {
  const rows = await casesHolding(door.records.database, sha256);
  const whole = rows.flatMap((row) => statementIn(row, sha256, door.network.zone));
  return whole.length > 0 ? whole : await quotesPublished(door, sha256);
}

function statementIn(row: CaseRow, sha256: Sha256, zone: string): Found[] {
  const approved = approvedWords(viewOf(row), sha256);
  if (!approved) return [];
  const what = 'the statement as the mayor confirmed it and the network approved it';
  return [{ what, city: row.city, name: row.name, day: dayIn(approved.at, zone) }];
}

/** The approval of these words, unless others were sent since. */
function approvedWords({ stage, acts }: Onboarding, sha256: Sha256) {
  const counts = 'words' in stage && stage.words?.sha256 === sha256;
  return counts ? acts.findLast((act) => act.kind === 'approve-words' && act.sha256 === sha256) : undefined;
}

async function quotesPublished(door: Door, sha256: Sha256): Promise<Found[]> {
  const found: Found[] = [];
  for (const { article, published_at } of await publishedNow(door.records.database)) {
    if (published_at === null) continue;
    const { sections } = await readArticleDocument(door.records, article);
    for (const { city, blocks } of sections)
      if (quotesOf(blocks).some(({ text }) => sha256Of(text.trim()) === sha256)) {
        const name = (await casesOfCity(door.records.database, city)).at(-1)?.name ?? city;
        const day = dayIn(published_at, door.network.zone);
        found.push({ what: 'a quote in a published article', city, name, day });
      }
  }
  return found;
}
