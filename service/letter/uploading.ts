import { fileTypeFromBuffer } from 'file-type';
import { z } from 'zod';
import { sha256 } from '../../domain/canonical.ts';
import type { ScanPaper } from '../../domain/case-papers.ts';
import { day } from '../../domain/dates.ts';
import { dayIn } from '../../domain/days.ts';
import { notYet } from '../../domain/in-the-future.ts';
import { Signatory } from '../../domain/letter-answer.ts';
import type { Decision } from '../../domain/onboarding/acts.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { keepDocument } from '../../records/documents-kept.ts';
import { actOf, refusedBefore } from '../acting.ts';
import { type Answer, no, wrong } from '../answer.ts';
import { proposed } from '../city-acts.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';

/** The largest file that is taken, in bytes: 20 MB. */
export const largestFile = 20 * 1024 * 1024;

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
  const decision: Extract<Decision, { kind: 'upload' }> = {
    kind: 'upload',
    paper,
    signatory: visitor.person.id,
    sha256: sha256(file),
    signing: 'scan',
    flags: [],
    level: { claimed: 'hand-signed', verified: 'hand-signed' },
  };
  const act = actOf(door, visitor, formId, decision);
  const refusal = refusedBefore(visitor.city, act);
  if (refusal) return no(refusal);
  await keepDocument(door.records, file, type.type);
  const body: ScanPaper = { signatory: given.value.signatory, signedOn, type: type.type, size: file.length };
  return await proposed(door, visitor, act, { id: paper, kind: 'scan', body });
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
