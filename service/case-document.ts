import type { CaseId, Sha256 } from '../domain/ids.ts';
import { membershipOf, type Onboarding } from '../domain/onboarding/state.ts';
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
export function documentsOf({ acts, stage }: Onboarding): Sha256[] {
  const final = membershipOf(stage)?.finalSha256;
  const made = acts.flatMap((act) => {
    if (act.kind === 'letter-issued') return [act.letter.sha256];
    return act.kind === 'upload' || act.kind === 'letter-sealed' ? [act.sha256] : [];
  });
  return [...new Set([...made, ...(final ? [final] : [])])];
}
