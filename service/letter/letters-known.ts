import type { Sha256 } from '../../domain/ids.ts';
import type { LetterOfOurs, PrintedLetter, Sealed } from '../../domain/letter-checked.ts';
import { type IssuedLetter, type Membership, membershipOf, type Onboarding } from '../../domain/onboarding/state.ts';
import { type CaseRow, casesHolding, findCase, viewOf } from '../../records/cases.ts';
import { isKept } from '../../records/documents-kept.ts';
import { checkedLetterOf } from '../../records/secrets.ts';
import type { Door } from '../door.ts';

/** The letters of ours that have exactly this fingerprint. */
export async function lettersKnown(door: Door, sha256: Sha256): Promise<LetterOfOurs[]> {
  if (!(await isKept(door.records, sha256))) return [];
  return (await casesHolding(door.records.database, sha256)).flatMap((row) => letterIn(row, sha256) ?? []);
}

/**
 * The letter on which a code was printed; null where the code is not ours. Whoever holds a letter that was sent out for
 * signing is not told whether it was signed: that is the city's news, and ours to tell on its day.
 */
export async function printedLetter(door: Door, token: string): Promise<PrintedLetter | null> {
  const printed = checkedLetterOf(door.secret, token);
  const row = printed ? await findCase(door.records.database, printed.case) : null;
  if (!printed || !row) return null;
  const view = viewOf(row);
  const issued = lettersIssued(view).find(({ number = 1 }) => number === printed.letter);
  const member = membershipOf(view.stage);
  const isSealed = printed.as === 'sealed' && member !== null && (member.letter.number ?? 1) === printed.letter;
  const sha256 = isSealed ? member.finalSha256 : issued?.sha256;
  const letter = sha256 === undefined ? null : letterIn(row, sha256);
  return letter && sha256 !== undefined ? { ...letter, sha256 } : null;
}

function letterIn(row: CaseRow, sha256: Sha256): LetterOfOurs | null {
  const view = viewOf(row);
  const found = (as: LetterOfOurs['as'], letter: IssuedLetter, sealed: LetterOfOurs['sealed'] = null) => {
    const { version, issuedAt } = letter;
    return { as, city: row.city, name: row.name, version, issuedAt, sealed };
  };
  const member = membershipOf(view.stage);
  if (member?.finalSha256 === sha256) return found('sealed', member.letter, sealedIn(view, member));
  if (member?.certificateSha256 === sha256) return found('certificate', member.letter, sealedIn(view, member));
  const issued = lettersIssued(view);
  const one = issued.find((letter) => letter.sha256 === sha256);
  if (one) return found(letterThatCounts(view)?.sha256 === sha256 ? 'issued' : 'void', one);
  const last = issued.at(-1);
  const isHandedIn = view.acts.some((act) => act.kind === 'upload' && act.sha256 === sha256);
  return last && isHandedIn ? found('handed-in', last) : null;
}

function sealedIn(
  { acts, stage }: Onboarding,
  { signatures, memberSince, seal, ...member }: Membership,
): Sealed | null {
  const sealing = acts.findLast((act) => act.kind === 'letter-sealed' && act.sha256 === member.finalSha256);
  if (!sealing) return null;
  return {
    at: sealing.at,
    memberSince: stage.stage === 'withdrawn' ? null : memberSince,
    signed: signatures.map(({ signing, level }) => ({ signing, level })),
    seal: seal ?? null,
  };
}

/** Every letter that was issued in a case, oldest first. */
export function lettersIssued({ acts }: Onboarding): IssuedLetter[] {
  return acts.flatMap((act) => (act.kind === 'letter-issued' ? [act.letter] : []));
}

/** The issued letter that is being signed, or was signed; null where none counts (any more). */
export function letterThatCounts({ stage }: Onboarding): IssuedLetter | null {
  const place = 'from' in stage ? stage.from : stage;
  return membershipOf(stage)?.letter ?? ('letter' in place ? place.letter : null);
}
