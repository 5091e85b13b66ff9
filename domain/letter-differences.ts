import type { Application } from './application.ts';
import { foldedName } from './city-id.ts';
import { dayIn } from './days.ts';
import type { Signatory } from './letter-answer.ts';
import type { Onboarding } from './onboarding/state.ts';

/** Something about a signed letter that staff look at before they verify it; it is shown, never refused. */
export type LetterDifference =
  | { kind: 'other-name'; signed: string; record: string }
  | { kind: 'other-title'; signed: string; record: string }
  | { kind: 'not-the-office-holder'; capacity: 'acting' | 'delegate' }
  | { kind: 'dated-before-letter'; signedOn: string; letter: string }
  | { kind: 'mandate-not-in-force'; signedOn: string; effectiveOn: string }
  | { kind: 'term-over'; signedOn: string; termEnd: string };

/** Compares who signed, and when, with what the application says of the office-holder and the mandate. */
export function letterDifferences(
  application: Application,
  { acts }: Onboarding,
  papers: Record<string, unknown>,
): LetterDifference[] {
  const signed = acts.findLast((act) => act.kind === 'sign' || act.kind === 'upload');
  const paper = signed
    ? (papers[signed.id] as { signatory: Signatory; typedName?: string; signedOn: string } | undefined)
    : undefined;
  const issued = acts.findLast((act) => act.kind === 'letter-issued');
  if (!paper || issued?.kind !== 'letter-issued') return [];
  const { signatory, signedOn } = paper;
  const { authority, officeHolder, mandate } = application;
  const name = paper.typedName ?? signatory.name;
  const letter = dayIn(issued.letter.issuedAt, authority.timeZone);
  const found: LetterDifference[] = [];
  if (foldedName(name) !== foldedName(officeHolder.name))
    found.push({ kind: 'other-name', signed: name, record: officeHolder.name });
  if (foldedName(signatory.title) !== foldedName(officeHolder.title))
    found.push({ kind: 'other-title', signed: signatory.title, record: officeHolder.title });
  if (signatory.capacity !== 'office-holder')
    found.push({ kind: 'not-the-office-holder', capacity: signatory.capacity });
  if (signedOn < letter) found.push({ kind: 'dated-before-letter', signedOn, letter });
  if (signedOn < mandate.effectiveOn)
    found.push({ kind: 'mandate-not-in-force', signedOn, effectiveOn: mandate.effectiveOn });
  if (officeHolder.termEnd && signedOn > officeHolder.termEnd)
    found.push({ kind: 'term-over', signedOn, termEnd: officeHolder.termEnd });
  return found;
}
