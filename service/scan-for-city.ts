import { z } from 'zod';
import { sha256 } from '../domain/canonical.ts';
import type { FoundAtUpload } from '../domain/case-papers.ts';
import { day } from '../domain/dates.ts';
import { dayIn } from '../domain/days.ts';
import type { CaseId } from '../domain/ids.ts';
import { notYet } from '../domain/in-the-future.ts';
import type { Act } from '../domain/onboarding/acts.ts';
import type { FlagKind } from '../domain/onboarding/flags.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { parsed } from '../domain/problems.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { proposePaper } from '../records/papers.ts';
import { findPerson } from '../records/people.ts';
import type { StaffMember } from '../records/staff.ts';
import { naming, refusedBefore, sendAct } from './acting.ts';
import { type Answer, no } from './answer.ts';
import { EvidenceGiven } from './application-for-city.ts';
import type { Door } from './door.ts';
import { flagsOf } from './letter/flagging.ts';
import { issuedLetter } from './letter/issued-letter.ts';
import { keepUpload, lookAtUpload } from './letter/upload-looked.ts';
import { byHand } from './letter/uploading.ts';
import { lacksRole } from './roles.ts';
import { signatoryOf } from './visitor-questions.ts';

/** What staff send with a scan that reached them instead of the portal. */
export const ScanForCity = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9-]{8,64}$/, 'is not an id of 8 to 64 letters, digits and hyphens'),
  version: z.coerce.number('is not a version: give the number that the case shows').int().positive(),
  evidence: EvidenceGiven,
  signedOn: day.optional(),
});

/**
 * Hands in a scan of the hand-signed letter on behalf of the city, for the first who has not signed yet. It counts as the
 * work of whoever hands it in: somebody else verifies it. The same id again answers with the first answer.
 */
export async function uploadScanForCity(
  door: Door,
  member: StaffMember,
  id: CaseId,
  input: unknown,
  file: Uint8Array,
): Promise<Answer<Onboarding>> {
  const lacking = lacksRole(member, 'reviewer');
  if (lacking) return lacking;
  const given = parsed(ScanForCity, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const row = await findCase(door.records.database, id);
  if (!row) return no({ code: 'not-found', what: 'case' });
  const at = door.clock.now();
  const today = dayIn(at, row.zone);
  const { id: actId, version, evidence, signedOn = today } = given.value;
  const early = notYet('signedOn', signedOn, today);
  if (early.length > 0) return no({ code: 'invalid', problems: early });

  const city = viewOf(row);
  const signatory = nextToSign(city);
  const paper = `${id}/scan/${actId}`;
  const upload = { kind: 'upload', paper, signatory, sha256: sha256(file), evidence } as const;
  const asSigned = (how: Pick<FoundAtUpload, 'signing' | 'level'>, flags: FlagKind[]): Act => {
    const { signing, level } = how;
    return { id: actId, actor: member.id, at, version, decision: { ...upload, signing, level, flags } };
  };
  const refusal = refusedBefore(city, asSigned(byHand, []));
  if (refusal) return no(refusal);
  const person = await findPerson(door.records.database, signatory);
  // Nobody signs any more: the same act was taken before, and answers again as it did then.
  if (!person) return await sendAct(door, id, asSigned(byHand, []));
  const issued = await issuedLetter(door, city);
  const looked = await lookAtUpload(door, file, { field: 'file', issued: issued?.bytes ?? null });
  if (!looked.ok) return looked;
  const who = await signatoryOf(door, { person, city });
  const body = await keepUpload(door, file, looked.value, { signatory: who, signedOn });
  const proposal = { id: paper, subject: id, kind: 'scan', body, sha256: null, actor: member.id, at } as const;
  const flags = await flagsOf(door, city, person, { ...who, signedOn });
  const act = asSigned(looked.value.found, [...flags, ...looked.value.found.flags]);
  return await sendAct(door, id, naming(act, await proposePaper(door.records.database, proposal)));
}

/** Who signs next; nobody, where the letter does not wait for a signature. */
function nextToSign({ stage }: Onboarding): string {
  const waiting =
    stage.stage === 'letter' ? stage.signatories.find(({ signature }) => signature === undefined) : undefined;
  return waiting?.person ?? 'nobody';
}
