import { seenByCity } from '../domain/onboarding/pending.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { type CaseRow, findCase, viewOf } from '../records/cases.ts';
import { findLink, type LinkPurpose, noteOpened } from '../records/links.ts';
import { findPerson, type Person } from '../records/people.ts';
import { linkIdOf } from '../records/secrets.ts';
import { type Answer, no, yes } from './answer.ts';
import type { Door } from './door.ts';

/** Who came in by a link: one person, for one purpose, in one case. */
export type Visitor = { purpose: LinkPurpose; person: Person; row: CaseRow; city: Onboarding; token: string };

/** Opens a link. One that was changed and one that never was get the same answer; an ended one says when it ended. */
export async function openLink(door: Door, token: string): Promise<Answer<Visitor>> {
  const { database } = door.records;
  const id = linkIdOf(door.secret, token);
  const link = id === null ? null : await findLink(database, id);
  const row = link ? await findCase(database, link.case_id) : null;
  const person = link ? await findPerson(database, link.person) : null;
  if (!link || !row || !person) return no({ code: 'link-unknown' });
  if (link.ends_at <= door.clock.now()) return no({ code: 'link-ended', at: link.ends_at, zone: row.zone });
  return yes({ purpose: link.purpose, person, row, city: seenByCity(viewOf(row)), token });
}

/** Notes that somebody came in by their link, so that staff see whom a mail has reached; the first time counts. */
export async function noteVisit(door: Door, { token }: Visitor): Promise<void> {
  const id = linkIdOf(door.secret, token);
  if (id !== null) await noteOpened(door.records.database, id, door.clock.now());
}
