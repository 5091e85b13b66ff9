import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import { sha256 } from '../domain/canonical.ts';
import {
  type ApplicationPaper,
  applicationPaperOf,
  type ScanPaper,
  type SignatoryPaper,
  type SignaturePaper,
} from '../domain/case-papers.ts';
import { day } from '../domain/dates.ts';
import { dayIn } from '../domain/days.ts';
import type { Sha256 } from '../domain/ids.ts';
import { notYet } from '../domain/in-the-future.ts';
import { Signatory } from '../domain/letter-answer.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { parsed } from '../domain/problems.ts';
import { shortText } from '../domain/text.ts';
import { keepDocument } from '../records/documents-kept.ts';
import { endLinks } from '../records/links.ts';
import { bodyOf } from '../records/papers.ts';
import { findPerson, writePerson } from '../records/people.ts';
import { actOf, refusedBefore } from './acting.ts';
import { type Answer, no, wrong } from './answer.ts';
import { proposed } from './city-acts.ts';
import { useTypedCode } from './codes.ts';
import type { Door } from './door.ts';
import type { Visitor } from './invitations.ts';
import { issued } from './visitor-questions.ts';

/** The largest file that is taken, in bytes: 20 MB. */
export const largestFile = 20 * 1024 * 1024;

const signing = z.strictObject({
  signatory: Signatory,
  typedName: shortText,
  holdsOffice: z.literal(true, 'must be confirmed: say that you hold this office'),
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
  const act = actOf(door, visitor, formId, { kind: 'sign', paper, signatory: visitor.person.id, sha256: letter });
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  const code = await useTypedCode(door, visitor, { purpose: 'letter', sha256: letter, typed, formId });
  if (!code.ok) return code;
  const body: SignaturePaper = {
    ...words,
    letter,
    signedOn: dayIn(door.clock.now(), visitor.row.zone),
    code: { id: code.value, sentTo: visitor.person.email },
    from,
  };
  return await proposed(door, visitor, act, { id: paper, kind: 'signature', body });
}

const scanForm = z.strictObject({ signatory: Signatory, signedOn: day.optional() });

/** Takes a scan of the hand-signed letter, kept as it came; its type is told by its content. */
export async function uploadScan(
  door: Door,
  visitor: Visitor,
  input: unknown,
  file: Uint8Array,
  formId: string,
): Promise<Answer<Onboarding>> {
  const given = parsed(scanForm, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const type = await scanType(file);
  if (!type.ok) return wrong('scan', type.why);
  const today = dayIn(door.clock.now(), visitor.row.zone);
  const signedOn = given.value.signedOn ?? today;
  const early = notYet('signedOn', signedOn, today);
  if (early.length > 0) return no({ code: 'invalid', problems: early });

  const paper = `${visitor.row.id}/scan/${formId}`;
  const decision = { kind: 'upload', paper, signatory: visitor.person.id, sha256: sha256(file) } as const;
  const act = actOf(door, visitor, formId, decision);
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  await keepDocument(door.records, file, type.type);
  const body: ScanPaper = { signatory: given.value.signatory, signedOn, type: type.type, size: file.length };
  return await proposed(door, visitor, act, { id: paper, kind: 'scan', body });
}

/** Names who signs instead; with another address the old link ends and a new one goes to the person named. */
export async function nameSignatory(
  door: Door,
  visitor: Visitor,
  input: unknown,
  formId: string,
): Promise<Answer<Onboarding>> {
  const given = parsed(Signatory, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { name, title, email } = given.value;
  if (email === undefined) return wrong('email', 'is missing: the new link goes to this address');
  const { database } = door.records;
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(visitor.city));
  const person = `${visitor.row.id}/signatory/${formId}`;
  const paper = `${visitor.row.id}/signatory-named/${formId}`;
  const act = actOf(door, visitor, formId, {
    kind: 'name-signatory',
    paper,
    instead: visitor.person.id,
    signatory: person,
  });
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  const language = application.contacts.find(({ role }) => role === 'main')?.language ?? 'en';
  if (!(await findPerson(database, person)))
    await writePerson(database, {
      id: person,
      case_id: visitor.row.id,
      role: 'signatory',
      name,
      title,
      email,
      language,
    });
  const body: SignatoryPaper = { signatory: given.value, person };
  const answer = await proposed(door, visitor, act, { id: paper, kind: 'signatory', body });
  if (answer.ok) await endLinks(database, { person: visitor.person.id, purpose: 'letter' }, door.clock.now());
  return answer;
}

/** The letter as it was issued, with the hash that its reader signs. */
export async function issuedLetter(
  door: Door,
  city: Onboarding,
): Promise<{ sha256: Sha256; bytes: Uint8Array } | null> {
  const letter = issued(city);
  const bytes = letter ? await door.records.documents.get(letter.sha256) : null;
  return letter && bytes ? { sha256: letter.sha256, bytes } : null;
}

/** What kind of scan a file is, told by its content alone. */
export async function scanType(file: Uint8Array): Promise<{ ok: true; type: string } | { ok: false; why: string }> {
  if (file.length === 0) return { ok: false, why: 'is empty: choose the file again' };
  if (file.length > largestFile) return { ok: false, why: 'is too large: at most 20 MB' };
  const found = await fileTypeFromBuffer(file);
  const taken = ['application/pdf', 'image/jpeg', 'image/png'];
  return found && taken.includes(found.mime)
    ? { ok: true, type: found.mime }
    : { ok: false, why: 'is neither a PDF nor a JPEG or PNG picture' };
}
