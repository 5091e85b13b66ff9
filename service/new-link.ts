import { sha256 } from '../domain/canonical.ts';
import type { Instant } from '../domain/ids.ts';
import { isClosed, type Onboarding } from '../domain/onboarding/state.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { findLink, type Link, writeLink } from '../records/links.ts';
import { type Invited, invitedByAddress } from '../records/people-by-address.ts';
import { sendAct } from './acting.ts';
import type { Door } from './door.ts';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Sends a new link to whoever has this address, for each purpose that they had one for in a case that is open; at most
 * once an hour. It answers nothing, so that nobody learns whose address is known.
 */
export async function askNewLink(door: Door, email: string): Promise<void> {
  for (const invited of await invitedByAddress(door.records.database, email.trim())) await renew(door, invited);
}

async function renew(door: Door, invited: Invited): Promise<void> {
  const { database } = door.records;
  const row = await findCase(database, invited.case_id);
  if (!row || !mayStillCome(viewOf(row), invited)) return;

  const at = door.clock.now();
  const link = linkOf(door, invited, at);
  const before = await findLink(database, linkOf(door, invited, earlier(at)).id);
  if (before && Date.parse(before.ends_at) - door.network.linkDays * day > Date.parse(at) - hour) return;
  await writeLink(database, link);
  await sendAct(door, row.id, {
    id: link.id,
    actor: invited.id,
    at,
    decision: { kind: 'ask-link', link: link.id, person: invited.id },
  });
}

/** Whether the link would still be this person's: the case is open, and nobody has taken their place at the letter or the words. */
function mayStillCome({ stage }: Onboarding, { id, purpose }: Invited): boolean {
  if (isClosed(stage)) return false;
  const letter = 'from' in stage ? stage.from : stage;
  if (purpose === 'letter' && letter.stage === 'letter') return letter.signatories.some(({ person }) => person === id);
  if (purpose === 'words' && stage.stage === 'statement') return stage.words?.speaker === id;
  return true;
}

/** One link for each hour, under an id that follows from it: asked twice, it is one link and one mail. */
function linkOf(door: Door, { id: person, case_id, purpose }: Invited, at: Instant): Link {
  const id = sha256(`new link of ${person} in ${case_id} for ${purpose} at ${at.slice(0, 13)}`).slice(0, 32);
  return {
    id,
    case_id,
    person,
    purpose,
    ends_at: new Date(Date.parse(at) + door.network.linkDays * day).toISOString(),
  };
}

function earlier(at: Instant): Instant {
  return new Date(Date.parse(at) - hour).toISOString();
}
