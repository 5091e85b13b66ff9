import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditEntries } from '../../../records/audit.ts';
import { appointStaff } from '../../../service/staff.ts';
import { json, type Office, openOffice, said, tokenOf } from './office.ts';

let office: Office;
let first: { id: string; token: string };
const header = (token: string) => ({ authorization: `Bearer ${token}` });

beforeAll(async () => {
  office = await openOffice();
  first = await appointStaff(office.door, 'Edda Roos', ['administrator']);
});
afterAll(() => office.close());

const add = async (body: unknown, token = first.token) =>
  await said(await office.api.request('/staff', json(header(token), body)));
const revoke = async (id: string, token = first.token) =>
  await said(await office.api.request(`/staff/${id}`, { method: 'DELETE', headers: header(token) }));

test('An administrator adds a colleague, whose token lets them in; asked again, it is the same token', async () => {
  const id = randomUUID();
  const colleague = { id, name: 'Finn Aalto', roles: ['reviewer', 'editor', 'reviewer'] };
  const added = await add(colleague);
  expect(added).toEqual({
    status: 201,
    body: { id, name: 'Finn Aalto', roles: ['reviewer', 'editor'], token: expect.stringMatching(/^oasc_[\w-]{43}$/) },
  });
  expect(await add({ ...colleague, name: 'Somebody else' })).toEqual(added);
  const { token } = added.body as { token: string };
  const me = await said(await office.api.request('/me', { headers: header(token) }));
  expect(me).toMatchObject({ status: 200, body: { id, name: 'Finn Aalto', roles: ['reviewer', 'editor'] } });
  const list = await said(await office.api.request('/staff', { headers: header(token) }));
  expect(list.body).toEqual([
    { id: first.id, name: 'Edda Roos', roles: ['administrator'] },
    { id, name: 'Finn Aalto', roles: ['reviewer', 'editor'] },
  ]);
});

test('Who has left is let in no more, and is on the list no more', async () => {
  const id = randomUUID();
  const { token } = (await add({ id, name: 'Gala Voss', roles: ['approver'] })).body as { token: string };
  expect(await revoke(id)).toEqual({ status: 200, body: { id, name: 'Gala Voss', roles: [] } });
  expect((await office.api.request('/me', { headers: header(token) })).status).toEqual(401);
  const list = (await said(await office.api.request('/staff', { headers: header(first.token) }))).body as {
    id: string;
  }[];
  expect(list.some((one) => one.id === id)).toEqual(false);
  expect((await add({ id, name: 'Gala Voss', roles: ['approver'] })).status).toEqual(404);
  const logged = (await auditEntries(office.door.records.database, 'staff')).filter(
    ({ kind }) => kind === 'staff-revoked',
  );
  expect(logged.map(({ actor, detail }) => [actor, detail])).toEqual([[first.id, { staff: id }]]);
});

test('The last administrator cannot be taken away, not even by themselves; with a second one they can', async () => {
  const refused = await revoke(first.id);
  expect(refused).toEqual({
    status: 409,
    body: {
      error: {
        code: 'last-administrator',
        message:
          'Nothing was changed: without this person nobody could add staff any more. Add another administrator first: oasc staff add.',
      },
    },
  });
  const id = randomUUID();
  await add({ id, name: 'Hedda Moen', roles: ['administrator'] });
  expect((await revoke(id)).status).toEqual(200);
  expect((await revoke(first.id)).status).toEqual(409);
});

test('Others do not add or revoke anybody, nor does an administrator revoke whom nobody knows', async () => {
  const { authorization } = await tokenOf(office, ['reviewer', 'editor', 'approver']);
  const token = authorization.replace('Bearer ', '');
  const body = { id: randomUUID(), name: 'Ivo', roles: ['reviewer'] };
  expect([
    (await add(body, token)).status,
    (await revoke(first.id, token)).status,
    (await revoke('nobody')).status,
  ]).toEqual([403, 403, 404]);
});

test('A colleague without a role, or with one that there is not, is refused by field', async () => {
  const paths = async (body: object) =>
    (
      (await add({ id: randomUUID(), name: 'Ivo', ...body })).body as { error: { problems: { path: string }[] } }
    ).error.problems.map(({ path }) => path);
  expect([
    await paths({ roles: [] }),
    await paths({ roles: ['king'] }),
    await paths({ roles: ['editor'], id: '1' }),
  ]).toEqual([['roles'], ['roles[0]'], ['id']]);
});
