import { sha256 as sha256Of } from '../domain/canonical.ts';
import { dayIn } from '../domain/days.ts';
import type { CityId, Day, Sha256 } from '../domain/ids.ts';
import { membershipOf, type Onboarding } from '../domain/onboarding/state.ts';
import { quotesOf } from '../domain/statement.ts';
import { publishedNow } from '../records/announcements.ts';
import { type CaseRow, casesHolding, casesOfCity, viewOf } from '../records/cases.ts';
import { readArticleDocument } from '../records/composing.ts';
import { isKept } from '../records/documents-kept.ts';
import type { Door } from './door.ts';

/** What a fingerprint belongs to: in words, of which city, since which day; `version` of a letter. */
export type Found = { what: string; city: CityId; name: string; day: Day | null; version: string | null };

/** Which letters of the records have these bytes. Whoever asks holds the file; nothing is told that does not stand in it. */
export async function checkLetter(door: Door, sha256: Sha256): Promise<Found[]> {
  if (!(await isKept(door.records, sha256))) return [];
  return (await casesHolding(door.records.database, sha256)).flatMap((row) => letterIn(row, sha256));
}

/** Whose approved words these are, by the fingerprint of the statement, or of the text of one published quote. */
export async function checkStatement(door: Door, sha256: Sha256): Promise<Found[]> {
  const rows = await casesHolding(door.records.database, sha256);
  const whole = rows.flatMap((row) => statementIn(row, sha256, door.network.zone));
  return whole.length > 0 ? whole : await quotesPublished(door, sha256);
}

function letterIn(row: CaseRow, sha256: Sha256): Found[] {
  const view = viewOf(row);
  const member = membershipOf(view.stage);
  const issued = view.acts.findLast(({ kind }) => kind === 'letter-issued');
  const version = member?.letter.version ?? (issued?.kind === 'letter-issued' ? issued.letter.version : null);
  const found = (what: string, day: Day | null = null) => [{ what, city: row.city, name: row.name, day, version }];
  if (member?.finalSha256 === sha256)
    return found(
      'the Letter of Intent as both have signed it',
      view.stage.stage === 'withdrawn' ? null : member.memberSince,
    );
  if (issued?.kind === 'letter-issued' && issued.letter.sha256 === sha256)
    return found(
      member ? 'the Letter of Intent as it was issued for signing' : 'a Letter of Intent that waits for its signatures',
    );
  if (view.acts.some((act) => act.kind === 'upload' && act.sha256 === sha256))
    return found('a signed letter as it was handed in');
  if (view.acts.some((act) => act.kind === 'letter-issued' && act.letter.sha256 === sha256))
    return found('an earlier letter, which counts no longer');
  return [];
}

function statementIn(row: CaseRow, sha256: Sha256, zone: string): Found[] {
  const approved = approvedWords(viewOf(row), sha256);
  if (!approved) return [];
  const what = 'the statement as the mayor confirmed it and the network approved it';
  return [{ what, city: row.city, name: row.name, day: dayIn(approved.at, zone), version: null }];
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
        found.push({ what: 'a quote in a published article', city, name, day, version: null });
      }
  }
  return found;
}
