import { uploadRefused } from '../domain/upload-refused.ts';
import { keepDocument } from '../records/documents-kept.ts';
import type { StaffMember } from '../records/staff.ts';
import { type Answer, wrong, yes } from './answer.ts';
import type { Door } from './door.ts';
import { lacksRole } from './roles.ts';

/** Keeps a signed letter that an import will name by its fingerprint; the same bytes again change nothing. */
export async function handInDocument(
  door: Door,
  member: StaffMember,
  bytes: Uint8Array,
): Promise<Answer<{ sha256: string; type: string; size: number }>> {
  const lacking = lacksRole(member, 'administrator');
  if (lacking) return lacking;
  const found = await door.inspector.inspect(bytes, door.clock.now());
  if (found.kind === 'refused') return wrong('file', uploadRefused[found.why]);
  const type = found.kind === 'picture' ? found.type : 'application/pdf';
  return yes({ sha256: await keepDocument(door.records, bytes, type), type, size: bytes.length });
}
