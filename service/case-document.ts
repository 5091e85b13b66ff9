import type { CaseId, Sha256 } from '../domain/ids.ts';
import type { Onboarding } from '../domain/onboarding/state.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { readDocument } from '../records/documents-kept.ts';
import type { Door } from './door.ts';

/** A document of a case with its type; null where there is none, or where it belongs to other cases only. */
export async function caseDocument(
  door: Door,
  id: CaseId,
  sha256: Sha256,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  const row = await findCase(door.records.database, id);
  return row && documentsOf(viewOf(row)).includes(sha256) ? await readDocument(door.records, sha256) : null;
}

/** The letters, final letters and scans that a case refers to. */
function documentsOf({ acts }: Onboarding): Sha256[] {
  return acts.flatMap((act) => {
    if (act.kind === 'letter-issued') return [act.letter.sha256];
    return act.kind === 'upload' || act.kind === 'letter-sealed' ? [act.sha256] : [];
  });
}
