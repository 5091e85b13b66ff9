import { randomUUID } from 'node:crypto';
import { within } from '../../cli/demo/inbox.ts';
import { openIn } from '../../domain/onboarding/flags.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { StaffMember } from '../../records/staff.ts';
import type { Answer } from '../../service/answer.ts';
import { apply } from '../../service/apply.ts';
import { confirmWords, draftStatement } from '../../service/city-acts.ts';
import { askCode } from '../../service/codes.ts';
import { openLink, type Visitor } from '../../service/invitations.ts';
import { signLetter } from '../../service/letter/signing.ts';
import { showOnboarding } from '../../service/questions.ts';
import { appointStaff } from '../../service/staff.ts';
import { actAsStaff } from '../../service/staff-acts.ts';
import type { StaffDecision } from '../../service/staff-decision.ts';
import type { TestSystem } from './system.ts';
import type { Town } from './towns.ts';

/** The value of an answer that must be a yes. */
export function taken<Value>(answer: Answer<Value>): Value {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  return answer.value;
}

/** The refusal of an answer that must be a no. */
export function refusedWith<Value>(answer: Answer<Value>): object {
  if (answer.ok) throw new Error('taken, where a refusal was expected');
  return answer.refusal;
}

/** A member of staff who may do everything that one person may. */
export async function staffMember(system: TestSystem, name: string): Promise<StaffMember> {
  return await appointStaff(system.door, name, ['reviewer', 'editor', 'approver']);
}

export async function applied(system: TestSystem, town: Town): Promise<string> {
  return taken(await apply(system.door, town.application, randomUUID())).case;
}

/** Waits until a case is at a stage (and step), and gives it as it is then. */
export async function at(system: TestSystem, id: string, stage: string, step?: string): Promise<Onboarding> {
  return await within(`${id} at ${stage} ${step ?? ''}`, async () => {
    const view = (await showOnboarding(system.door, id))?.view;
    const there =
      view?.stage.stage === stage && (step === undefined || ('step' in view.stage && view.stage.step === step));
    return there && view ? view : null;
  });
}

/** Decides as staff on the case as it stands. */
export async function decide(
  system: TestSystem,
  member: StaffMember,
  id: string,
  decision: StaffDecision,
): Promise<Answer<Onboarding>> {
  const view = (await showOnboarding(system.door, id))?.view;
  return await actAsStaff(system.door, member, id, { id: randomUUID(), version: view?.version ?? 1, decision });
}

/** Comes in by the newest link for a purpose in the mails to an address. */
export async function visit(system: TestSystem, address: string, purpose: Visitor['purpose']): Promise<Visitor> {
  return await within(`a link for ${purpose}`, async () => {
    const mails = (await system.catcher.mails()).filter(({ to }) => to === address).toReversed();
    for (const token of mails.flatMap(({ text }) =>
      [...text.matchAll(/\/join\/(\S+)/g)].map((match) => match[1] ?? ''),
    )) {
      const answer = await openLink(system.door, token);
      if (answer.ok && answer.value.purpose === purpose) return answer.value;
    }
    return null;
  });
}

/** Asks for a code and reads it from the mail. */
export async function codeFor(
  system: TestSystem,
  visitor: Visitor,
  of: { purpose: 'letter' | 'words'; sha256: string },
): Promise<string> {
  const before = await system.inbox.count(visitor.person.email);
  taken(await askCode(system.door, visitor, of, randomUUID()));
  return await system.inbox.codeFor(visitor.person.email, before);
}

/** What a mayor fills in to sign. */
export function signing(town: Town, code: string, letter: string) {
  const signatory = {
    name: town.mayorName,
    title: town.application.officeHolder.title,
    capacity: 'office-holder' as const,
  };
  const consent = { version: '1', language: 'en', holdsOffice: 'I hold this office', consents: 'I sign these pages' };
  return { signatory, typedName: town.mayorName, holdsOffice: true, consents: true, consent, code, letter };
}

/** Signs in the portal, with the code from the mail. */
export async function signed(system: TestSystem, town: Town): Promise<void> {
  const visitor = await visit(system, town.mayor, 'letter');
  const sha256 = letterOf(visitor.city);
  const code = await codeFor(system, visitor, { purpose: 'letter', sha256 });
  const from = { address: '127.0.0.1', browser: 'test' };
  taken(await signLetter(system.door, visitor, signing(town, code, sha256), from, randomUUID()));
}

/** Decides, as one of the staff, every point that stands open about the signatures under a letter. */
export async function settleAll(system: TestSystem, member: StaffMember, id: string): Promise<void> {
  const { stage } = await at(system, id, 'letter', 'verify');
  for (const { person, signature } of stage.stage === 'letter' ? stage.signatories : [])
    for (const flag of signature ? openIn(signature) : [])
      taken(
        await decide(system, member, id, { kind: 'settle', signatory: person, flag, reason: 'The city confirms it' }),
      );
}

/** Carries a town from its application to membership, by two members of staff. */
export async function becomesMember(
  system: TestSystem,
  town: Town,
  [ada, bram]: [StaffMember, StaffMember],
): Promise<string> {
  const id = await applied(system, town);
  const { pending } = taken(await decide(system, ada, id, { kind: 'accept' }));
  if (pending) taken(await decide(system, ada, id, { kind: 'tell' }));
  await at(system, id, 'letter', 'sign');
  await signed(system, town);
  const { stage } = await at(system, id, 'letter', 'verify');
  taken(await decide(system, ada, id, { kind: 'verify', sha256: signatureOf(stage) }));
  taken(await decide(system, bram, id, { kind: 'countersign' }));
  await at(system, id, 'statement', 'draft');
  return id;
}

/** Carries a town on, until it can be announced. */
export async function becomesReady(
  system: TestSystem,
  town: Town,
  officers: [StaffMember, StaffMember],
): Promise<string> {
  const id = await becomesMember(system, town, officers);
  const sha256 = await givesWords(system, town);
  await at(system, id, 'statement', 'approve');
  taken(await decide(system, officers[0], id, { kind: 'approve-words', sha256 }));
  await at(system, id, 'announcement');
  return id;
}

/** The office drafts, and the mayor confirms the exact words; gives their hash. */
export async function givesWords(system: TestSystem, town: Town): Promise<string> {
  const office = await visit(system, town.office, 'statement');
  taken(await draftStatement(system.door, office, town.statement, randomUUID()));
  const mayor = await visit(system, town.mayor, 'words');
  const sha256 = wordsOf(mayor.city);
  const code = await codeFor(system, mayor, { purpose: 'words', sha256 });
  taken(await confirmWords(system.door, mayor, { code, sha256 }, randomUUID()));
  return sha256;
}

export function letterOf({ acts }: Onboarding): string {
  const issued = acts.findLast((act) => act.kind === 'letter-issued');
  return issued?.kind === 'letter-issued' ? issued.letter.sha256 : '';
}

export function signatureOf(stage: Onboarding['stage']): string {
  return stage.stage === 'letter' ? (stage.signatories[0]?.signature?.sha256 ?? '') : '';
}

export function wordsOf({ stage }: Onboarding): string {
  return 'words' in stage && stage.words ? stage.words.sha256 : '';
}
