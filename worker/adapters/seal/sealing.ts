import { trouble } from '../../../activities/failures.ts';
import type { CaseId, Instant } from '../../../domain/ids.ts';
import type { Database } from '../../../records/schema.ts';
import { noteSealed, noteSealWaits } from '../../../records/seal-waiting.ts';
import type { Seal, Sealed } from './seal.ts';
import { TimestampFault } from './timestamp-answer.ts';

/**
 * Seals the final letter of a case. While the authority for timestamps gives none that counts, the case waits: staff see why,
 * and the activity tries again. Nothing is ever sealed with less than what is set up.
 */
export async function sealFinalLetter(
  { database, seal }: { database: Database; seal: Seal },
  letter: { case: CaseId; number: number },
  pdf: Uint8Array,
  at: Instant,
): Promise<Sealed> {
  try {
    const sealed = await seal.seal(pdf, at);
    await noteSealed(database, letter, at);
    return sealed;
  } catch (error) {
    if (!(error instanceof TimestampFault)) throw error;
    await noteSealWaits(database, letter, { why: error.kind, at });
    throw trouble(`timestamp-${error.kind}`, false);
  }
}
