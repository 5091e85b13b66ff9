import type { CaseId } from '../domain/ids.ts';
import type { LetterData } from '../domain/letter-data.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { letterDataIssued, letterDataNow } from '../records/letter-data.ts';
import type { Door } from './door.ts';

/** What the letter of a case says, as it was issued last or as it would be issued now; null where there is no such case. */
export async function letterShown(door: Door, id: CaseId): Promise<(LetterData & { issued: string | null }) | null> {
  const { database } = door.records;
  const row = await findCase(database, id);
  if (!row) return null;
  const issued = viewOf(row).acts.findLast((act) => act.kind === 'letter-issued');
  const letter = issued?.kind === 'letter-issued' ? issued.letter : null;
  const kept = letter ? await letterDataIssued(database, id, letter.number) : null;
  const data = kept ?? (await letterDataNow(database, door.network, door, { case: id, at: door.clock.now() }));
  return data && { ...data, issued: letter?.sha256 ?? null };
}
