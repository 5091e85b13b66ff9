import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { noteAnnouncement, writeAnnouncement } from '../../../records/announcements.ts';
import { writePerson } from '../../../records/people.ts';
import {
  embargo,
  acts as onAnnouncements,
  play as playAnnouncement,
  spring,
} from '../../support/announcement-in-play.ts';
import { acts, camliova, later, play } from '../../support/city-in-play.ts';
import { type Office, openOffice, said, tokenOf, writeDown } from './office.ts';

let office: Office;
let reviewer: { authorization: string };

beforeAll(async () => {
  office = await openOffice();
  const { database } = office.door.records;
  reviewer = await tokenOf(office, ['reviewer']);
  for (const [id, tell] of [
    ['fi-kuusmaa', 'when-released'],
    ['lv-liepene', later],
  ] as const) {
    const accept = { ...acts.accept, decision: { ...acts.accept.decision, tell } };
    await writeDown(
      office,
      play({ ...camliova, case: `${id}.1`, city: id, country: id.slice(0, 2).toUpperCase() }, accept),
    );
  }
  await writeDown(office, { ...camliova, case: 'ee-otsalaid.1', city: 'ee-otsalaid', country: 'EE' });
  await writePerson(database, {
    id: 'mayor',
    case_id: 'lv-liepene.1',
    role: 'office-holder',
    name: 'Ilze Ozola',
    title: 'Mayor',
    email: 'mayor@liepene.example',
    language: 'en',
  });
  const approved = playAnnouncement({ ...spring, publishAt: embargo }, onAnnouncements.approve);
  await noteAnnouncement(database, {
    id: 'spring',
    edition: 1,
    version: 0,
    step: 'draft',
    slug: 'two-towns',
    title: 'Two Towns Join',
    plan: 'plan',
    article: '1'.repeat(64),
    pages: null,
    publish_at: embargo,
    published_at: null,
    view: JSON.stringify(spring),
  });
  await writeAnnouncement(database, approved);
});
afterAll(() => office.close());

test('What is decided and has not gone out stands in the outbox, what goes first on top, with its mail as it would be sent', async () => {
  const { status, body } = await said(await office.api.request('/outbox', { headers: reviewer }));
  const items = body as {
    of: string;
    id: string;
    goesAt: string | null;
    by: string;
    pending?: { mail: { subject: string; to: object } };
  }[];
  expect([status, items.map(({ of, id, goesAt, by }) => [of, id, goesAt, by])]).toEqual([
    200,
    [
      ['announcement', 'spring', embargo, 'bruno'],
      ['case', 'lv-liepene.1', later.at, 'ada'],
      ['case', 'fi-kuusmaa.1', null, 'ada'],
    ],
  ]);
  expect(items[1]?.pending?.mail).toMatchObject({
    to: { name: 'Ilze Ozola', email: 'mayor@liepene.example' },
    subject: expect.stringContaining('read and sign the letter'),
  });
});

test('What is not told yet says so in its line: what is left to do is to tell it', async () => {
  const { body } = await said(await office.api.request('/cases?view=team', { headers: reviewer }));
  expect(
    (body as { id: string; pending: string | null; todo: string }[]).map(({ id, pending, todo }) => [
      id,
      pending,
      todo,
    ]),
  ).toEqual([
    ['ee-otsalaid.1', null, 'read the application'],
    ['fi-kuusmaa.1', 'accept', 'tell the decision'],
    ['lv-liepene.1', 'accept', 'tell the decision'],
  ]);
});
