import { z } from 'zod';
import { sha256 } from '../../domain/canonical.ts';
import { day } from '../../domain/dates.ts';
import { dayIn } from '../../domain/days.ts';
import { notYet } from '../../domain/in-the-future.ts';
import { Signatory } from '../../domain/letter-answer.ts';
import type { Decision } from '../../domain/onboarding/acts.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { actOf, refusedBefore } from '../acting.ts';
import { type Answer, no } from '../answer.ts';
import { proposed } from '../city-acts.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';
import { flagsOf } from './flagging.ts';
import { issuedLetter } from './issued-letter.ts';
import { keepUpload, lookAtUpload } from './upload-looked.ts';

const scanForm = z.strictObject({ signatory: Signatory, signedOn: day.optional() });

/** Takes the letter as somebody signed it, by hand or elsewhere; which of both is told by looking at it. It is kept as it came. */
export async function uploadScan(
  door: Door,
  visitor: Visitor,
  input: unknown,
  file: Uint8Array,
  formId: string,
): Promise<Answer<Onboarding>> {
  const given = parsed(scanForm, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const today = dayIn(door.clock.now(), visitor.row.zone);
  const signedOn = given.value.signedOn ?? today;
  const early = notYet('signedOn', signedOn, today);
  if (early.length > 0) return no({ code: 'invalid', problems: early });

  const paper = `${visitor.row.id}/scan/${formId}`;
  const upload = { kind: 'upload', paper, signatory: visitor.person.id, sha256: sha256(file) } as const;
  const refusal = refusedBefore(visitor.city, actOf(door, visitor, formId, { ...upload, ...byHand }));
  if (refusal) return no(refusal);
  const issued = await issuedLetter(door, visitor.city);
  const looked = await lookAtUpload(door, file, { field: 'scan', issued: issued?.bytes ?? null });
  if (!looked.ok) return looked;
  const { signing, level, flags: ofFile } = looked.value.found;
  const said = { ...given.value.signatory, signedOn };
  const flags = [...(await flagsOf(door, visitor.city, visitor.person, said)), ...ofFile];
  const act = actOf(door, visitor, formId, { ...upload, signing, level, flags });
  const body = await keepUpload(door, file, looked.value, { signatory: given.value.signatory, signedOn });
  return await proposed(door, visitor, act, { id: paper, kind: 'scan', body });
}

/** What an upload is held for before anybody has looked at it. */
export const byHand = {
  signing: 'scan',
  flags: [],
  level: { claimed: 'hand-signed', verified: 'hand-signed' },
} as const satisfies Partial<Extract<Decision, { kind: 'upload' }>>;
