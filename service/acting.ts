import { isGrpcDeadlineError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { ActorId, CaseId, PaperId } from '../domain/ids.ts';
import type { Act, Decision } from '../domain/onboarding/acts.ts';
import { type Refusal, refusal } from '../domain/onboarding/refusal.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { findCase, viewOf, writeCase } from '../records/cases.ts';
import { onboardingAddress } from '../workflows/addresses.ts';
import { decision, refused } from '../workflows/messages.ts';
import { type Answer, type DoorRefusal, no, yes } from './answer.ts';
import { begin } from './beginning.ts';
import type { Door } from './door.ts';
import { answerTo, isUnprocessed } from './updating.ts';

/**
 * Sends one act of a person to the case's workflow, which takes or refuses it, and writes the row from its answer. The
 * same id again answers with the first answer.
 */
export async function sendAct(door: Door, id: CaseId, act: Act): Promise<Answer<Onboarding>> {
  const row = await findCase(door.records.database, id);
  if (!row) return no({ code: 'not-found', what: 'case' });
  try {
    await begin(door, row);
    const handle = door.temporal.workflow.getHandle(onboardingAddress(id));
    const city = await answerTo(door, () =>
      handle.executeUpdate(decision(act.decision.kind), { args: [act], updateId: act.id }),
    );
    await writeCase(door.records.database, city);
    return yes(city);
  } catch (error) {
    const reason = reasonOf(error, { code: 'ended', stage: viewOf(row).stage.stage });
    const taken = reason.code === 'ended' ? await viewWith(door, id, act) : null;
    return taken ? yes(taken) : no(reason);
  }
}

/** The case, where it has ended by this very act, whose answer got lost; null where the act was not taken. */
async function viewWith(door: Door, id: CaseId, act: Act): Promise<Onboarding | null> {
  const row = await findCase(door.records.database, id);
  const city = row ? viewOf(row) : null;
  return city?.acts.some((one) => one.id === act.id) ? city : null;
}

/** An act of whoever came in by the link, as of now. */
export function actOf(door: Door, visitor: { person: { id: ActorId } }, formId: string, decision: Decision): Act {
  return { id: formId, actor: visitor.person.id, at: door.clock.now(), decision };
}

/** The same act, referring to the paper under which its words stand. */
export function naming(act: Act, paper: PaperId): Act {
  return 'paper' in act.decision ? { ...act, decision: { ...act.decision, paper } } : act;
}

/** Whether an act would be refused as the row has it; asked before something is used up that cannot be given back. */
export function refusedBefore(city: Onboarding, act: Act): Refusal | null {
  return city.acts.some(({ id }) => id === act.id) ? null : refusal(city, act);
}

/** Why Temporal did not take an act: a rule's refusal, `ended` where the workflow is over, or unreachable; a fault is thrown on. */
export function reasonOf(error: unknown, ended: DoorRefusal): DoorRefusal {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : null;
  if (cause instanceof ApplicationFailure && cause.type === refused) return cause.details?.[0] as DoorRefusal;
  if (error instanceof WorkflowNotFoundError) return ended;
  if (isUnreachable(error) || isUnprocessed(error)) return { code: 'unreachable' };
  throw error;
}

/** Whether Temporal did not answer in time: nobody knows then whether the act was taken, and the same act is sent again. */
export function isUnreachable(error: unknown): boolean {
  if (isGrpcDeadlineError(error)) return true;
  const name = error instanceof Error ? error.name : '';
  return name === 'WorkflowUpdateRPCTimeoutOrCancelledError' || name === 'ServiceError';
}
