import type { ActorId, PaperId } from '../ids.ts';
import type { Signed, Taken } from './acts.ts';
import type { Letter, LetterSignatory, Onboarding, Stage } from './state.ts';

/** Whether it is a person's turn to sign: all with a lower number have. */
export function isAsked({ signatories }: Letter, person: ActorId): boolean {
  const order = signatories.find((one) => one.person === person)?.order ?? 0;
  return signatories.every((one) => one.order >= order || one.signature !== undefined);
}

/** Who is asked to sign now, and has not done so yet. */
export function askedNow(letter: Letter): LetterSignatory[] {
  return letter.signatories.filter(({ person, signature }) => signature === undefined && isAsked(letter, person));
}

/** Whether somebody who was asked before is asked still, so that their days go on, whoever comes or goes beside them. */
export function someStayAsked(before: Stage, after: Stage): boolean {
  const asked = (stage: Stage) => (stage.stage === 'letter' && stage.step === 'sign' ? askedNow(stage) : []);
  return asked(after).some(({ person }) => asked(before).some((one) => one.person === person));
}

/** Whether a person is waited for still: under a letter that is being signed, only who is asked and has not signed. */
export function isAwaited({ stage }: Onboarding, person: ActorId): boolean {
  if (stage.stage !== 'letter' || stage.step !== 'sign') return true;
  return askedNow(stage).some((one) => one.person === person);
}

/** Who was named to sign by these acts, at whatever number. */
export function namedBy(acts: readonly Taken[]): Set<ActorId> {
  return new Set(
    acts.flatMap((act) => {
      if (act.kind === 'accept' || act.kind === 'name-signatory') return [act.signatory];
      return act.kind === 'set-signatories' ? act.signatories.map(({ person }) => person) : [];
    }),
  );
}

/** Whether somebody was the last of their number to sign, so that those of the next number are asked. */
export function opensNextNumber(letter: Letter, signatory: ActorId): boolean {
  const order = letter.signatories.find(({ person }) => person === signatory)?.order;
  const asked = askedNow(letter);
  return order !== undefined && asked.length > 0 && asked.every((one) => one.order > order);
}

/**
 * Who was asked to sign the letter that an act has ended: they had signed it, or it was their turn. Whoever comes later has
 * heard nothing of that letter yet.
 */
export function askedUntil({ acts, stage }: Onboarding, { id }: Signed): ActorId[] {
  if (stage.stage !== 'letter') return [];
  const before = acts.slice(
    0,
    acts.findIndex((act) => act.id === id),
  );
  const under = before.slice(before.findLastIndex(({ kind }) => kind === 'letter-issued') + 1);
  const signed = under.flatMap((act) => (act.kind === 'sign' || act.kind === 'upload' ? [act.signatory] : []));
  const turn = Math.min(...stage.signatories.flatMap(({ person, order }) => (signed.includes(person) ? [] : [order])));
  return stage.signatories.flatMap(({ person, order }) => (signed.includes(person) || order === turn ? [person] : []));
}

/** Why a letter that somebody had signed was returned, as a paper; null where they have not signed it, or it was issued anew since. */
export function returnedTo({ acts }: Onboarding, person: ActorId): PaperId | null {
  const under = acts.slice(acts.findLastIndex(({ kind }) => kind === 'letter-issued') + 1);
  const index = under.findLastIndex(({ kind }) => kind === 'return-letter');
  const act = under[index];
  const had = under.slice(0, Math.max(index, 0));
  const signed = had.some((one) => (one.kind === 'sign' || one.kind === 'upload') && one.signatory === person);
  return act?.kind === 'return-letter' && signed ? act.paper : null;
}
