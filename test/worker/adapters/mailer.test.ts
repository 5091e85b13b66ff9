import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type MailCatcher, startMailCatcher } from '../../../worker/adapters/mail-catcher.ts';
import { createMailer, failureOf } from '../../../worker/adapters/mailer.ts';
import { outgoing as mail } from '../../support/outgoing-mail.ts';

let folder: string;
let catcher: MailCatcher;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oasc-mails-'));
  catcher = await startMailCatcher({ folder });
});

afterEach(async () => {
  await catcher.stop();
  await rm(folder, { recursive: true });
});

test('A mail arrives as it was written, with a Message-ID and a date that follow from its delivery', async () => {
  expect(await createMailer(catcher).send(mail)).toEqual({ response: '250 kept' });
  const [caught] = await catcher.mails();
  expect({ ...caught, headers: null }).toEqual({
    number: 1,
    to: 'defne.ardic@camliova.example',
    from: 'join@towns.example',
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: '<tr-camliova-1-mail-3.018af926e777c666@towns.example>',
    headers: null,
    file: join(folder, '0001-camliova-read-and-sign-the-letter-by-5-march.eml'),
  });
  expect(caught?.headers['auto-submitted']).toBe('auto-generated');
  expect(caught?.headers['date']).toBe('Thu, 18 Feb 2027 09:00:00 +0000');
});

test('A retry sends the same bytes', async () => {
  await createMailer(catcher).send(mail);
  await createMailer(catcher).send(mail);
  const [first, second] = await Promise.all((await catcher.mails()).map(({ file }) => readFile(file, 'latin1')));
  expect(first).toContain('multipart/alternative');
  expect(second).toBe(first);
});

test('Mails of two deliveries differ in their Message-ID even where their ids look alike', async () => {
  await createMailer(catcher).send({ ...mail, id: 'tr-camliova.1/mail/13' });
  await createMailer(catcher).send({ ...mail, id: 'tr-camliova.1/mail-13' });
  const ids = (await catcher.mails()).map(({ messageId }) => messageId.replace(/\..*/, ''));
  expect(ids).toEqual(['<tr-camliova-1-mail-13', '<tr-camliova-1-mail-13']);
  expect(new Set((await catcher.mails()).map(({ messageId }) => messageId)).size).toBe(2);
});

test('No name, subject or header can add a header or a reader', async () => {
  const hostile = 'Eve <eve@x.example>,\r\nBcc: eve@x.example\r\nSubject: other\r\n\r\nbody';
  await createMailer(catcher).send({
    ...mail,
    from: { ...mail.from, name: hostile },
    to: { ...mail.to, name: hostile },
    subject: hostile,
    headers: { 'List-Unsubscribe': hostile },
  });
  const [caught] = await catcher.mails();
  expect(Object.keys(caught?.headers ?? {})).toEqual([
    'list-unsubscribe',
    'auto-submitted',
    'from',
    'to',
    'subject',
    'message-id',
    'date',
    'mime-version',
    'content-type',
  ]);
  expect([caught?.from, caught?.to, caught?.text]).toEqual([mail.from.email, mail.to.email, mail.text]);
});

test.each([
  'defne@camliova.example\r\nRCPT TO:<eve@x.example>',
  'defne@camliova.example>\r\nBcc: eve@x.example',
  'defne@camliova.example, eve@x.example',
  'Defne <defne@camliova.example>',
  '',
])('What is not one plain address is refused, and nothing is sent: %j', async (email) => {
  const sent = createMailer(catcher).send({ ...mail, to: { ...mail.to, email } });
  expect(await sent.catch(failureOf)).toEqual({ kind: 'refused', code: null });
  expect(await catcher.mails()).toEqual([]);
});

test('Many mails at once all arrive, each once', async () => {
  const mailer = createMailer(catcher);
  const subjects = Array.from({ length: 60 }, (_, index) => `Mail ${index}`);
  await Promise.all(subjects.map((subject) => mailer.send({ ...mail, id: subject, subject })));
  const caught = await catcher.mails();
  expect(caught.map(({ subject }) => subject).toSorted()).toEqual(subjects.toSorted());
  expect(caught.map(({ number }) => number)).toEqual(subjects.map((_, index) => index + 1));
});
