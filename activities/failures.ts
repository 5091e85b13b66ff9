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
