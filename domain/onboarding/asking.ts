import type { ActorId } from '../ids.ts';
import type { Letter, LetterSignatory } from './state.ts';

/** Whether it is a person's turn to sign: all with a lower number have. */
export function isAsked({ signatories }: Letter, person: ActorId): boolean {
  const order = signatories.find((one) => one.person === person)?.order ?? 0;
  return signatories.every((one) => one.order >= order || one.signature !== undefined);
}

/** Who is asked to sign now, and has not done so yet. */
export function askedNow(letter: Letter): LetterSignatory[] {
  return letter.signatories.filter(({ person, signature }) => signature === undefined && isAsked(letter, person));
}

/** Whether somebody was the last of their number to sign, so that those of the next number are asked. */
export function opensNextNumber(letter: Letter, signatory: ActorId): boolean {
  const order = letter.signatories.find(({ person }) => person === signatory)?.order;
  const asked = askedNow(letter);
  return order !== undefined && asked.length > 0 && asked.every((one) => one.order > order);
}
