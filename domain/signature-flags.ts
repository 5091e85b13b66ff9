import { foldedName } from './city-id.ts';
import type { Day, Sha256 } from './ids.ts';
import type { Signatory } from './letter-answer.ts';
import type { Mandate } from './mandate.ts';
import type { FlagKind } from './onboarding/flags.ts';

/** What a signature says of itself: the name as it was typed, where it was. */
export type SignatureSaid = Pick<Signatory, 'name' | 'title' | 'capacity'> & { signedOn: Day };

/** What the records know: who was to sign and until when, by what right, and which letter; `proven`: a paper says that they may. */
export type SignatureKnown = {
  signatory: { name: string; title: string; termStart?: Day | undefined; termEnd?: Day | undefined; proven: boolean };
  mandate: Mandate;
  letter: { day: Day; textSha256?: Sha256 | undefined };
};

/**
 * What somebody has to decide before a signature counts: it is kept as it is, and never silently taken. Days are the city's
 * own; a mandate that is decided only after the signature is not also said to be not in force yet.
 */
export function signatureFlags(said: SignatureSaid, { signatory, mandate, letter }: SignatureKnown): FlagKind[] {
  const { termStart, termEnd } = signatory;
  const { signedOn } = said;
  const isDecided = mandate.decidedOn <= signedOn;
  const found: Partial<Record<FlagKind, boolean>> = {
    person: foldedName(said.name) !== foldedName(signatory.name),
    office: foldedName(said.title) !== foldedName(signatory.title),
    term: (termStart !== undefined && signedOn < termStart) || (termEnd !== undefined && signedOn > termEnd),
    proof: said.capacity !== 'office-holder' && !signatory.proven,
    mandate: !isDecided,
    'not-in-force': isDecided && mandate.effectiveOn > signedOn,
    text: differ(mandate.textSha256, letter.textSha256),
    early: signedOn < letter.day,
  };
  return (Object.keys(found) as FlagKind[]).filter((kind) => found[kind]);
}

/** Whether two texts are known not to be the same. */
function differ(one: Sha256 | undefined, other: Sha256 | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
