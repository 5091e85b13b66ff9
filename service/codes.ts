import type { Deadline, Sha256 } from '../domain/ids.ts';
import { countTry, newestCode, useCode, writeCode } from '../records/codes.ts';
import { isCode } from '../records/secrets.ts';
import { actOf, refusedBefore, sendAct } from './acting.ts';
import { type Answer, no, yes } from './answer.ts';
import type { Door } from './door.ts';
import type { Visitor } from './invitations.ts';

/** How often a code may be typed wrongly before it is worth nothing. */
const tries = 5;

/** Sends a code to the person's own address: for one purpose, one text, and a few minutes. */
export async function askCode(
  door: Door,
  visitor: Visitor,
  of: { purpose: 'letter' | 'words'; sha256: Sha256 },
  formId: string,
): Promise<Answer<Deadline>> {
  const { row, person } = visitor;
  const code = `${row.id}/code/${formId}`;
  const ends = new Date(Date.parse(door.clock.now()) + door.network.codeMinutes * 60_000).toISOString();
  const until = { at: ends, zone: row.zone };
  const act = actOf(door, visitor, formId, { kind: 'ask-code', code, person: person.id, until, ...of });
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  await writeCode(door.records.database, {
    id: code,
    case_id: row.id,
    person: person.id,
    purpose: of.purpose,
    sha256: of.sha256,
    until: ends,
    tries: 0,
    used_by: null,
  });
  const sent = await sendAct(door, row.id, act);
  return sent.ok ? yes(until) : sent;
}

/** Uses up the code that was typed, for this one form; answers with its id. A wrong one counts, an old or used one is named. */
export async function useTypedCode(
  door: Door,
  visitor: Visitor,
  given: { purpose: 'letter' | 'words'; sha256: Sha256; typed: string; formId: string },
): Promise<Answer<string>> {
  const { database } = door.records;
  const code = await newestCode(database, { person: visitor.person.id, purpose: given.purpose });
  if (code?.used_by === given.formId) return yes(code.id);
  if (!code || code.until <= door.clock.now() || code.sha256 !== given.sha256 || code.tries >= tries)
    return no({ code: 'code-ended' });
  if (code.used_by !== null) return no({ code: 'code-used' });
  const tried = await countTry(database, code.id);
  // Counted before it is compared, so that many guesses at once are no more than five.
  if (tried > tries) return no({ code: 'code-ended' });
  if (!isCode(door.secret, code.id, given.typed)) return no({ code: 'code-wrong', left: Math.max(0, tries - tried) });
  return (await useCode(database, code.id, given.formId)) ? yes(code.id) : no({ code: 'code-used' });
}
