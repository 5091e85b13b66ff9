import { z } from 'zod';
import type { MandatePaper } from '../../domain/case-papers.ts';
import { dayIn } from '../../domain/days.ts';
import { notYet } from '../../domain/in-the-future.ts';
import { inForceTooEarly, Mandate } from '../../domain/mandate.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { parsed } from '../../domain/problems.ts';
import { refusedBefore } from '../acting.ts';
import { type Answer, no } from '../answer.ts';
import { proposed } from '../city-acts.ts';
import type { Door } from '../door.ts';
import type { Visitor } from '../invitations.ts';
import { flagsAgain } from './flagging.ts';
import { citysAct, type ForCity } from './for-city.ts';
import { keepPaperFile } from './paper-file.ts';
import { presentMandate } from './present-mandate.ts';

const mandateForm = z.strictObject({ mandate: Mandate });

/** The city says anew by what right it signs, with the decision itself where it has it; the paper given before stays where none is sent. */
export async function giveMandate(
  door: Door,
  visitor: Visitor,
  input: unknown,
  file: Uint8Array | null,
  formId: string,
  forCity?: ForCity,
): Promise<Answer<Onboarding>> {
  const given = parsed(mandateForm, input);
  if (!given.ok) return no({ code: 'invalid', problems: given.problems });
  const { mandate } = given.value;
  const early = notYet('mandate.decidedOn', mandate.decidedOn, dayIn(door.clock.now(), visitor.row.zone));
  const late = inForceTooEarly(mandate);
  if (late) early.push({ path: 'mandate.effectiveOn', message: late });
  if (early.length > 0) return no({ code: 'invalid', problems: early });
  const paper = `${visitor.row.id}/mandate/${formId}`;
  const decision = { kind: 'give-mandate', paper } as const;
  const refusal = refusedBefore(visitor.city, citysAct(door, visitor, formId, { ...decision, flags: [] }, forCity));
  if (refusal) return no(refusal);
  const kept = await keepPaperFile(door, file, 'decision');
  if (!kept.ok) return kept;
  const document = kept.value ?? (await presentMandate(door, visitor.city)).document;
  const body: MandatePaper = { mandate, ...(document ? { document } : {}) };
  const flags = await flagsAgain(door, visitor.city, body);
  const act = citysAct(door, visitor, formId, { ...decision, flags }, forCity);
  return await proposed(door, visitor, act, { id: paper, kind: 'mandate', body });
}
