import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createMailer, failureOf, type OutgoingMail } from '../../../worker/adapters/mailer.ts';

const address = 'zofia.wrzos@lakowiec.example';
const mail: OutgoingMail = {
  id: 'pl-lakowiec.1/mail/1',
  from: { name: 'Network of Open Towns', email: 'join@towns.example' },
  to: { name: 'Zofia Wrzos', email: address },
  subject: 'Łąkowiec: we have your new answers',
  text: 'You need to do nothing now.',
  html: '<p>You need to do nothing now.</p>',
  at: '2027-02-18T09:00:00.000Z',
  domain: 'towns.example',
};

const answering = (responseCode: number) => Object.assign(new Error(`<${address}> not here`), { responseCode });

test.each([
  [550, 'refused'],
  [554, 'refused'],
  [503, 'deferred'],
  [451, 'deferred'],
  [421, 'deferred'],
] as const)('A reader answered with %i by the server is %s', async (code, kind) => {
  const failure = await failureAt({ onRcptTo: (_to, _session, answer) => answer(answering(code)) });
  expect(failure).toEqual({ failure: { kind, code }, message: `Mail ${kind}: the mail server answered ${code}.` });
});

test.each([
  [552, 'refused'],
  [452, 'deferred'],
] as const)('A text answered with %i by the server is %s', async (code, kind) => {
  const { failure } = await failureAt({
    onData: (stream, _session, answer) => stream.resume().on('end', () => answer(answering(code))),
  });
  expect(failure).toEqual({ kind, code });
});

test('A server that turns everybody away at the door has refused nobody’s mail', async () => {
  const { failure } = await failureAt({ onConnect: (_session, answer) => answer(answering(554)) });
  expect(failure).toEqual({ kind: 'deferred', code: 554 });
});

test('Where nobody listens, the mail waits for another try', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  expect((await failureOn(port)).failure).toEqual({ kind: 'deferred', code: null });
});

test('A connection lost before the text was handed over left nothing behind', async () => {
  const { failure } = await failureWith((socket) => {
    converse(socket, (line) => (line.startsWith('RCPT') ? null : '250 ok'));
  });
  expect(failure).toEqual({ kind: 'deferred', code: null });
});

test('A connection lost after the text was handed over leaves open whether it arrived', async () => {
  const { failure, message } = await failureWith((socket) => {
    converse(socket, (line) => (line === '.' ? null : line === 'DATA' ? '354 go on' : '250 ok'));
  });
  expect({ failure, message }).toEqual({ failure: { kind: 'unknown', code: null }, message: 'Mail unknown.' });
});

test('A server that falls silent after the text leaves it open too', async () => {
  const { failure } = await failureWith((socket) => {
    converse(socket, (line) => (line === '.' ? '' : line === 'DATA' ? '354 go on' : '250 ok'));
  });
  expect(failure).toEqual({ kind: 'unknown', code: null });
});

test('Closing the mailer breaks off what is being sent', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => void sockets.push(socket)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const mailer = createMailer({ host: '127.0.0.1', port: portOf(server.address()) });
  const sent = mailer.send(mail).catch(failureOf);
  await once(server, 'connection');
  mailer.close();
  expect(await sent).toEqual({ kind: 'deferred', code: null });
  for (const socket of sockets) socket.destroy();
  server.close();
});

test('An address in the server’s answer does not leave the mailer', async () => {
  const server = new SMTPServer({
    ...plain,
    onData: (stream, _session, answer) =>
      stream.resume().on('end', () => answer(null, `queued for <${address}> as 7F3`)),
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const mailer = createMailer({ host: '127.0.0.1', port: portOf(server.server.address()) });
  expect(await mailer.send(mail)).toEqual({ response: '250 queued for ... as 7F3' });
  await new Promise<void>((resolve) => server.close(resolve));
});

test('Of an error from elsewhere nothing is known', () => {
  expect(failureOf(new Error('anything'))).toEqual({ kind: 'unknown', code: null });
  expect(failureOf('anything')).toEqual({ kind: 'unknown', code: null });
});

const plain: SMTPServerOptions = {
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  closeTimeout: 100,
};

async function failureAt(options: SMTPServerOptions) {
  const server = new SMTPServer({ ...plain, ...options });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const failure = await failureOn(portOf(server.server.address()));
  await new Promise<void>((resolve) => server.close(resolve));
  return failure;
}

async function failureWith(serve: (socket: Socket) => void) {
  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const failure = await failureOn(portOf(server.address()));
  server.close();
  return failure;
}

async function failureOn(port: number) {
  try {
    await createMailer({ host: '127.0.0.1', port, patience: 500 }).send(mail);
  } catch (error) {
    expect(JSON.stringify([String(error), error, error instanceof Error ? error.stack : ''])).not.toContain('@');
    return { failure: failureOf(error), message: error instanceof Error ? error.message : '' };
  }
  throw new Error('The mail was sent.');
}

/** A server that answers each line as told; nothing said means silence, null that it hangs up. */
function converse(socket: Socket, answer: (line: string) => string | null): void {
  let inText = false;
  socket.on('error', () => {});
  socket.write('220 here\r\n');
  socket.on('data', (data) => {
    for (const line of data.toString().split('\r\n').slice(0, -1)) {
      if (inText && line !== '.') continue;
      const said = answer(line);
      if (said === null) return socket.destroy();
      inText = said.startsWith('354');
      if (said !== '') socket.write(`${said}\r\n`);
    }
    return undefined;
  });
}

function portOf(at: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (at === null || typeof at === 'string') throw new Error('The server has no port.');
  return at.port;
}
