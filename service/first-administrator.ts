import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listStaff, type Role } from '../records/staff.ts';
import type { Door } from './door.ts';
import { type Appointed, appointStaff } from './staff.ts';

const everyRole: Role[] = ['reviewer', 'editor', 'approver', 'administrator'];

/**
 * Appoints the first administrator where there is no staff yet, and leaves id, name and token in the data folder's
 * `first-administrator.json`, readable by its owner alone; null where there is staff already.
 */
export async function appointFirst(
  door: Pick<Door, 'records' | 'clock'>,
  dataFolder: string,
): Promise<Appointed | null> {
  if ((await listStaff(door.records.database)).length > 0) return null;
  // The token is left there before it is valid, so that no crash can lock everybody out.
  return await appointStaff(door, 'First administrator', everyRole, async ({ id, name, token }) => {
    const file = join(dataFolder, 'first-administrator.json');
    await writeFile(file, `${JSON.stringify({ id, name, token }, null, 2)}\n`, { mode: 0o600, flush: true });
  });
}
