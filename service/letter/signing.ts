import { z } from 'zod';
import type { SignaturePaper } from '../../domain/case-papers.ts';
import { dayIn } from '../../domain/days.ts';
import { Signatory } from '../../domain/letter-answer.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { shortText } from '../../domain/text.ts';
import { actOf, refusedBefore } from '../acting.ts';
import { type Answer, no } from '../answer.ts';
import { proposed } from '../city-acts.ts';
import { useTypedCode } from '../codes.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';
import { flagsOf } from './flagging.ts';

const signing = z.strictObject({
  signatory: Signatory,
  typedName: shortText,
  holdsOffice: z.literal(true, 'must be confirmed: say that you hold this office'),
  consent: z.strictObject({ version: shortText, language: shortText, holdsOffice: shortText, consents: shortText }),
  consents: z.literal(true, 'must be confirmed: say that you sign these pages'),
  code: z.string().regex(/^\s*(\d\s*){6}$/, 'is not a code of 6 digits'),
  letter: z.string().regex(/^[0-9a-f]{64}$/, 'is not the fingerprint of a letter'),
});

/** Signs in the portal: the name as typed, office and consent, and the code as second proof, with the evidence of it all. */
export async function signLetter(
  door: Door,
  visitor: Visitor,
  input: unknown,
  from: SignaturePaper['from'],
  formId: string,
): Promise<Answer<Onboarding>> {
  const given = parsed(signing, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { code: typed, letter, ...words } = given.value;
  const paper = `${visitor.row.id}/signature/${formId}`;
  const signedOn = dayIn(door.clock.now(), visitor.row.zone);
  const said = { ...words.signatory, name: words.typedName, signedOn };
  const act = actOf(door, visitor, formId, {
    kind: 'sign',
    paper,
    signatory: visitor.person.id,
    sha256: letter,
    flags: await flagsOf(door, visitor.city, visitor.person, said),
    level: { claimed: 'SES', verified: 'SES' },
  });
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  const code = await useTypedCode(door, visitor, { purpose: 'letter', sha256: letter, typed, formId });
  if (!code.ok) return code;
  const body: SignaturePaper = {
    ...words,
    letter,
    signedOn,
    code: { id: code.value, sentTo: visitor.person.email },
    from,
  };
  return await proposed(door, visitor, act, { id: paper, kind: 'signature', body });
}
