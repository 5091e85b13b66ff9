import type { Application } from '../domain/application.ts';
import {
  type ApplicationPaper,
  applicationPaperOf,
  type ReasonPaper,
  type SignatoriesPaper,
  type SignatoryPaper,
  type StatementPaper,
} from '../domain/case-papers.ts';
import type { Signatory } from '../domain/letter-answer.ts';
import type { DecisionKind } from '../domain/onboarding/acts.ts';
import type { IssuedLetter, Onboarding } from '../domain/onboarding/state.ts';
import type { Statement } from '../domain/statement.ts';
import { findAnnouncement } from '../records/announcements.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { findLink } from '../records/links.ts';
import { bodyOf } from '../records/papers.ts';
import { linkIdOf } from '../records/secrets.ts';
import type { Door } from './door.ts';
import type { Visitor } from './invitations.ts';

/** The application that counts now. */
export async function presentApplication(door: Door, city: Onboarding): Promise<Application> {
  return (await bodyOf<ApplicationPaper>(door.records.database, applicationPaperOf(city))).application;
}

/** The reason that came with the last of these acts, unless an `answered` one has followed it; null where there is none. */
export async function openReason(
  door: Door,
  city: Onboarding,
  of: { asked: DecisionKind[]; answered: DecisionKind[] },
): Promise<string | null> {
  const kinds: string[] = [...of.asked, ...of.answered];
  const last = city.acts.findLast(({ kind }) => kinds.includes(kind));
  if (!last || !('paper' in last) || !of.asked.some((kind) => kind === last.kind)) return null;
  return (await bodyOf<ReasonPaper>(door.records.database, last.paper)).reason;
}

/** The words that were sent last, approved or not; null where there are none. */
export async function presentStatement(door: Door, { stage }: Onboarding): Promise<Statement | null> {
  if (!('words' in stage) || !stage.words) return null;
  return (await bodyOf<StatementPaper>(door.records.database, stage.words.paper)).statement;
}

/** Who signs by this link, as far as we know: somebody who was named to sign, or the office-holder. */
export async function signatoryOf(
  door: Door,
  { person, city }: Pick<Visitor, 'person' | 'city'>,
): Promise<Pick<Signatory, 'name' | 'title' | 'capacity'>> {
  const named = (await namedAs(door, { person, city }))?.signatory;
  return { name: person.name, title: person.title ?? '', capacity: named?.capacity ?? 'office-holder' };
}

/** How somebody was named to sign, the last time; null for the office-holder whom the application names. */
export async function namedAs(
  door: Door,
  { person, city }: Pick<Visitor, 'person' | 'city'>,
): Promise<SignatoryPaper | null> {
  const act = city.acts.findLast(
    (one) =>
      (one.kind === 'name-signatory' && one.signatory === person.id) ||
      (one.kind === 'set-signatories' && one.signatories.some((signatory) => signatory.person === person.id)),
  );
  if (!act || !('paper' in act) || act.paper === undefined) return null;
  const body = await bodyOf<SignatoryPaper | SignatoriesPaper>(door.records.database, act.paper);
  if (!('signatories' in body)) return body;
  return body.signatories.find((one) => one.person === person.id) ?? null;
}

/** The letter that counts now; null before it is issued, and while it is void or replaced. */
export function issued({ acts }: Onboarding): IssuedLetter | null {
  const act = acts.findLast(
    ({ kind }) => kind === 'letter-issued' || kind === 'void-letter' || kind === 'reissue-letter',
  );
  return act?.kind === 'letter-issued' ? act.letter : null;
}

/** The article that announced the city: its title, and its path on the site; null before. */
export async function publishedArticle(
  door: Door,
  { stage }: Onboarding,
): Promise<{ title: string; path: string } | null> {
  if (stage.stage !== 'announced') return null;
  const row = await findAnnouncement(door.records.database, stage.announcement, 1);
  return row ? { title: row.title, path: `/news/${row.slug}/` } : null;
}

/** Whether a form was taken by this link's case already, even where the link has ended since. */
export async function wasTaken(door: Door, token: string, formId: string, kind: string): Promise<boolean> {
  const id = linkIdOf(door.secret, token);
  const link = id === null ? null : await findLink(door.records.database, id);
  const row = link ? await findCase(door.records.database, link.case_id) : null;
  return row !== null && viewOf(row).acts.some((act) => act.id === formId && act.kind === kind);
}
