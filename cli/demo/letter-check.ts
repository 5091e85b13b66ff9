import { openIn } from '../../domain/onboarding/flags.ts';
import type { CaseFile } from '../../service/questions.ts';
import type { StaffDecision } from '../../service/staff-decision.ts';
import type { Officer } from './office.ts';

/** Looks at a signed letter as staff do: decides every point that stands open about a signature, then verifies it. */
export async function checkLetter(officer: Officer, id: string): Promise<void> {
  const atVerify = ({ view: { stage } }: CaseFile) => stage.stage === 'letter' && stage.step === 'verify';
  for (let file = await officer.show(id); openPoint(file); file = await officer.show(id))
    await officer.act(id, atVerify, (seen) => openPoint(seen) ?? verify(seen));
  await officer.act(id, (file) => atVerify(file) && openPoint(file) === null, verify);
}

/** The first point that nobody has decided yet, as it is decided in a play without telephones; null where there is none. */
function openPoint({ view: { stage } }: CaseFile): Extract<StaffDecision, { kind: 'settle' }> | null {
  for (const { person, signature } of stage.stage === 'letter' ? stage.signatories : []) {
    const [flag] = signature ? openIn(signature) : [];
    if (flag) return { kind: 'settle', signatory: person, flag, reason: 'Asked the city, which confirms it (sample).' };
  }
  return null;
}

function verify({ view: { stage } }: CaseFile): Extract<StaffDecision, { kind: 'verify' }> {
  const signature = stage.stage === 'letter' ? stage.signatories[0]?.signature : undefined;
  return { kind: 'verify', sha256: signature?.sha256 ?? '' };
}
