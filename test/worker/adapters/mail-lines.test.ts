import { expect, test } from '@jest/globals';
import { createMailer, failureOf } from '../../../worker/adapters/mailer.ts';
import { startReceiver } from '../../support/mail-receiver.ts';
import { outgoing } from '../../support/outgoing-mail.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ ...outgoing, id: `mail ${index}` }));

test('One mail after another goes in the same conversation, and a new one is begun after a hundred', async () => {
  const receiver = await startReceiver();
  const mailer = createMailer({ host: '127.0.0.1', port: receiver.port });
  for (const mail of numbered(101)) await mailer.send(mail);
  expect([receiver.mails.length, receiver.conversations]).toEqual([101, 2]);
  mailer.close();
});

test('Many mails at once go in a few conversations, each mail once', async () => {
  const receiver = await startReceiver();
  const mailer = createMailer({ host: '127.0.0.1', port: receiver.port, connections: 3 });
  await Promise.all(numbered(40).map((mail) => mailer.send(mail)));
  const ids = receiver.mails.map((bytes) => /^Message-ID: .*$/im.exec(bytes.toString())?.[0]);
  expect([new Set(ids).size, ids.length, receiver.conversations]).toEqual([40, 40, 3]);
  mailer.close();
});

test('A conversation that the server ended meanwhile costs nobody a mail: it goes in a new one', async () => {
  const receiver = await startReceiver();
  const mailer = createMailer({ host: '127.0.0.1', port: receiver.port });
  await mailer.send(outgoing);
  receiver.hangUp();
  expect(await mailer.send({ ...outgoing, id: 'second' })).toEqual({ response: '250 kept' });
  expect([receiver.mails.length, receiver.conversations]).toEqual([2, 2]);
  mailer.close();
});

test('After a refusal the next mail goes in a conversation of its own', async () => {
  const receiver = await startReceiver({
    onRcptTo: ({ address }, _, answer) =>
      answer(address.startsWith('nobody') ? Object.assign(new Error('unknown'), { responseCode: 550 }) : null),
  });
  const mailer = createMailer({ host: '127.0.0.1', port: receiver.port });
  const refused = mailer.send({ ...outgoing, to: { name: '', email: 'nobody@camliova.example' } });
  expect(await refused.catch(failureOf)).toEqual({ kind: 'refused', code: 550 });
  await mailer.send(outgoing);
  expect([receiver.mails.length, receiver.conversations]).toEqual([1, 2]);
  mailer.close();
});

test('A mail whose text was handed over in a conversation that then broke is not sent again by itself', async () => {
  let number = 0;
  const receiver = await startReceiver({
    onData: (stream, _, answer) => {
      number += 1;
      stream.resume().on('end', () => (number === 1 ? answer(null, 'kept') : receiver.hangUp()));
    },
  });
  const mailer = createMailer({ host: '127.0.0.1', port: receiver.port });
  await mailer.send(outgoing);
  expect(await mailer.send({ ...outgoing, id: 'second' }).catch(failureOf)).toEqual({ kind: 'unknown', code: null });
  expect([number, receiver.conversations]).toEqual([2, 1]);
  mailer.close();
});

test('A closed mailer sends nothing more', async () => {
  const receiver = await startReceiver();
  const mailer = createMailer({ host: '127.0.0.1', port: receiver.port });
  await mailer.send(outgoing);
  mailer.close();
  expect(await mailer.send(outgoing).catch(failureOf)).toEqual({ kind: 'deferred', code: null });
  expect(receiver.mails.length).toBe(1);
});
