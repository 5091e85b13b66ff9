import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Onboarding } from '../../../domain/onboarding/state.ts';
import { noteCase, writeCase } from '../../../records/cases.ts';
import { writePaper } from '../../../records/papers.ts';
import { openRecords } from '../../../records/records.ts';
import { openSecret } from '../../../records/secrets.ts';
import type { Role } from '../../../records/staff.ts';
import type { Door } from '../../../service/door.ts';
import { appointStaff } from '../../../service/staff.ts';
import { createStaffApi, type StaffApi } from '../../../web/staff-api/staff-api.ts';
import { createInspector } from '../../../worker/adapters/inspection/inspector.ts';
import { network } from '../../support/mails.ts';
import { anApplication } from '../../support/portal-inputs.ts';

export const now = '2027-03-02T09:00:00.000Z';

export type Office = { door: Door; api: StaffApi; close(): Promise<void> };

/** The staff API over real records in a folder of its own; Temporal cannot be reached. */
export async function openOffice(inspecting: Parameters<typeof createInspector>[0] = {}): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-office-'));
  const records = await openRecords(folder);
  const connection = Connection.lazy({ address: '127.0.0.1:1' });
  const door: Door = {
    records,
    temporal: new Client({ connection }),
    network,
    clock: { now: () => now },
    secret: await openSecret(folder),
    address: 'http://127.0.0.1:1',
    inspector: createInspector(inspecting),
  };
  return {
    door,
    api: createStaffApi(door),
    close: async () => {
      await connection.close();
      await records.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The headers by which a new member of staff is known. */
export async function tokenOf(
  { door }: Office,
  roles: Role[],
  name = 'Ada Lindqvist',
): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${(await appointStaff(door, name, roles)).token}` };
}

/** Writes a case down as it stands, with the application that it began with. */
export async function writeDown({ door: { records } }: Office, city: Onboarding): Promise<void> {
  const { database } = records;
  const [first] = city.acts;
  const number = Number(city.case.slice(city.case.lastIndexOf('.') + 1));
  await noteCase(database, {
    id: city.case,
    city: city.city,
    number,
    country: city.country,
    zone: 'Europe/Istanbul',
    name: city.city,
    legal_name: city.city,
    folded_name: city.city,
    web_domain: `${city.city}.example`,
    geo_id: null,
    reference: city.case,
    form_id: city.case,
    version: 0,
    stage: 'review',
    waits_for: 'staff',
    due: null,
    overdue: 0,
    accepted_city: null,
    view: JSON.stringify(city),
    applied_at: now,
  });
  if (first && 'paper' in first)
    await writePaper(database, {
      id: first.paper,
      subject: city.case,
      kind: 'application',
      body: { application: anApplication, contacts: ['contact', 'office'], officeHolder: 'mayor' },
      sha256: null,
      actor: first.actor,
      at: first.at,
    });
  await writeCase(database, city);
}

/** A request with a body of JSON. */
export function json(headers: Record<string, string>, body: unknown): RequestInit {
  return { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The status of an answer, and what it says. */
export async function said(response: Response): Promise<{ status: number; body: unknown }> {
  return { status: response.status, body: await response.json() };
}
