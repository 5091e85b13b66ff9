import { type CaseRow, viewOf } from '../../records/cases.ts';
import type { DoorRefusal } from '../answer.ts';
import { checksOf } from '../case-background.ts';
import type { Door } from '../door.ts';
import { duplicateRefusal } from './duplicates.ts';

/** What a person has to settle before an application is accepted: who may be the same city, and each check at attention. */
export async function acceptRefusal(
  door: Door,
  row: CaseRow,
  said: { kind: string; reason?: string | undefined },
  act: string,
): Promise<DoorRefusal | null> {
  // What was taken before is answered as it was then, whatever has come in meanwhile.
  if (said.kind !== 'accept' || viewOf(row).acts.some(({ id }) => id === act)) return null;
  const duplicate = await duplicateRefusal(door, row);
  if (duplicate || said.reason !== undefined) return duplicate;
  const checks = (await checksOf(door, row)).filter(({ state }) => state === 'attention');
  return checks.length === 0 ? null : { code: 'reason-needed', checks: checks.map(({ id }) => id) };
}
