import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';

/**
 * What an adapter throws when it knows what went wrong, by a category, since Temporal keeps it; the words that explain it to
 * a person stay in the records. `final`: no other try can help.
 */
export function trouble(code: string, final: boolean): ApplicationFailure {
  return ApplicationFailure.create({ type: code, message: code, nonRetryable: final });
}

/**
 * Runs an effect so that nothing personal leaves it: a failure that names its category passes, anything else (whose
 * message may hold an address or a quote) becomes `unexpected` and is tried again.
 */
export async function withoutPersons<Result>(effect: () => Promise<Result>): Promise<Result> {
  try {
    return await effect();
  } catch (error) {
    if (error instanceof ApplicationFailure) throw error;
    const name = error instanceof Error ? error.name : 'unknown';
    throw ApplicationFailure.create({ type: 'unexpected', message: `unexpected ${name}`, nonRetryable: false });
  }
}

/** How often a running effect says that it is alive, in milliseconds; the SDK passes on as few as its time-out needs. */
const pulse = 500;

/** The same for an effect that takes its time: while it runs it says so, so that one whose worker was killed is soon begun again. */
export async function aliveWithoutPersons<Result>(effect: () => Promise<Result>): Promise<Result> {
  const { heartbeat } = Context.current();
  const beating = setInterval(() => heartbeat(), pulse);
  try {
    return await withoutPersons(effect);
  } finally {
    clearInterval(beating);
  }
}
