import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type MailCatcher, startMailCatcher } from '../../../worker/adapters/mail-catcher.ts';

let folder: string;
let catcher: MailCatcher;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'oasc-mails-')), 'mails');
  catcher = await startMailCatcher({ folder });
});

afterEach(async () => {
  await catcher.stop();
  await rm(join(folder, '..'), { recursive: true });
});

test('Each mail is kept whole, in a file that is named by its number and subject', async () => {
  await deliver('Subject: Letter for Łąkowiec\r\nTo: zofia@lakowiec.example\r\n\r\nSign it.\r\n');
  await deliver('Subject: Code\r\nTo: zofia@lakowiec.example\r\n\r\n409 127\r\n');
  expect(await readdir(folder)).toEqual(['0001-letter-for-lakowiec.eml', '0002-code.eml']);
  expect(await readFile(join(folder, '0002-code.eml'), 'utf8')).toBe(
    'Subject: Code\r\nTo: zofia@lakowiec.example\r\n\r\n409 127\r\n',
  );
});

test('A subject cannot lead out of the folder, and one without letters still has a file', async () => {
  await deliver('Subject: ../../../etc/passwd\r\n\r\nx\r\n');
  await deliver('Subject: =?utf-8?Q?=00/=E2=80=AE?=\r\n\r\nx\r\n');
  expect(await readdir(folder)).toEqual(['0001-etc-passwd.eml', '0002-mail.eml']);
});

test('A mail that makes no sense is kept all the same', async () => {
  await deliver('\u0000\u0001 no header at all');
  await deliver(`${'X: y\r\n'.repeat(300_000)}\r\nToo many headers for the parser.\r\n`);
  await deliver('Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<script>');
  expect((await catcher.mails()).map(({ number, to, from }) => ({ number, to, from }))).toEqual(
    [1, 2, 3].map((number) => ({ number, to: '', from: '' })),
  );
});

test('Whoever waits for a mail gets it when it comes, or one that came before', async () => {
  const waited = catcher.waitFor(({ subject }) => subject === 'Second', 5000);
  await deliver('Subject: First\r\n\r\nx\r\n');
  await deliver('Subject: Second\r\n\r\nx\r\n');
  expect((await waited).number).toBe(2);
  expect((await catcher.waitFor(({ subject }) => subject === 'First', 0)).number).toBe(1);
});

test('Whoever waits in vain is told so', async () => {
  await expect(catcher.waitFor(() => true, 30)).rejects.toThrow('The mail did not come within 30 ms.');
  const waited = catcher.waitFor(() => true, 60_000);
  const stopped = expect(waited).rejects.toThrow('The mail catcher was stopped before the mail came.');
  await catcher.stop();
  await stopped;
  catcher = await startMailCatcher({ folder });
});

test('A client that breaks off in the middle leaves no mail and no gap', async () => {
  const socket = connect(catcher.port, catcher.host);
  await once(socket, 'data');
  socket.write('EHLO here\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<b@x.example>\r\nDATA\r\nSubject: half\r\n');
  await once(socket, 'data');
  socket.resetAndDestroy();
  await deliver('Subject: Whole\r\n\r\nx\r\n');
  expect(await readdir(folder)).toEqual(['0001-whole.eml']);
});

test('After a restart the mails are there still, and the numbers go on', async () => {
  await deliver('Subject: Before\r\nTo: zofia@lakowiec.example\r\n\r\nSign it.\r\n');
  const before = await catcher.mails();
  await catcher.stop();
  catcher = await startMailCatcher({ folder });
  await deliver('Subject: After\r\n\r\nx\r\n');
  const [first, second] = await catcher.mails();
  expect([first]).toEqual(before);
  expect([second?.number, second?.subject]).toEqual([2, 'After']);
});

/** Speaks SMTP by hand, so that the bytes are ours. */
async function deliver(text: string): Promise<void> {
  const socket = connect(catcher.port, catcher.host);
  await once(socket, 'data');
  for (const line of [
    'EHLO here',
    'MAIL FROM:<a@x.example>',
    'RCPT TO:<b@x.example>',
    'DATA',
    `${text.replace(/\r\n$/, '')}\r\n.`,
  ]) {
    socket.write(`${line}\r\n`);
    await once(socket, 'data');
  }
  socket.end('QUIT\r\n');
  await once(socket, 'close');
}
