import { keepDocument } from '../records/documents-kept.ts';
import type { StaffMember } from '../records/staff.ts';
import { type Answer, wrong, yes } from './answer.ts';
import type { Door } from './door.ts';
import { scanType } from './letter/uploading.ts';
import { lacksRole } from './roles.ts';

/** Keeps a signed letter that an import will name by its fingerprint; the same bytes again change nothing. */
export async function handInDocument(
  door: Door,
  member: StaffMember,
  bytes: Uint8Array,
): Promise<Answer<{ sha256: string; type: string; size: number }>> {
  const lacking = lacksRole(member, 'administrator');
  if (lacking) return lacking;
  const type = await scanType(bytes);
  if (!type.ok) return wrong('file', type.why);
  return yes({ sha256: await keepDocument(door.records, bytes, type.type), type: type.type, size: bytes.length });
}
