import type { PictureKept, ScanPaper } from '../domain/case-papers.ts';
import type { CaseId, PaperId, Sha256 } from '../domain/ids.ts';
import { membershipOf, type Onboarding } from '../domain/onboarding/state.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { readDocument } from '../records/documents-kept.ts';
import { bodyOf } from '../records/papers.ts';
import type { Door } from './door.ts';

/** A document of a case with its type; null where there is none, or where it belongs to other cases only. */
export async function caseDocument(
  door: Door,
  id: CaseId,
  sha256: Sha256,
): Promise<{ bytes: Uint8Array; type: string } | null> {
  const row = await findCase(door.records.database, id);
  if (!row) return null;
  const view = viewOf(row);
  const isOfCase =
    documentsOf(view).includes(sha256) || (await picturesOf(door, view)).some((picture) => picture.sha256 === sha256);
  return isOfCase ? await readDocument(door.records, sha256) : null;
}

/** The pages of the letter that was handed in last, as pictures in their order. */
export async function pagesHandedIn(door: Door, view: Onboarding): Promise<PictureKept[]> {
  const last = view.acts.findLast((act) => act.kind === 'upload');
  return last ? await picturesIn(door, last.paper) : [];
}

async function picturesOf(door: Door, { acts }: Onboarding): Promise<PictureKept[]> {
  const papers = acts.flatMap((act) => (act.kind === 'upload' ? [act.paper] : []));
  return (await Promise.all(papers.map(async (paper) => await picturesIn(door, paper)))).flat();
}

async function picturesIn(door: Door, paper: PaperId): Promise<PictureKept[]> {
  return (await bodyOf<ScanPaper>(door.records.database, paper)).pictures ?? [];
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
