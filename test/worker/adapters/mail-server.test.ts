import { describe, expect, test } from '@jest/globals';
import { whyNoMailGoes } from '../../../worker/adapters/mail-greeting.ts';
import { mailServerOf } from '../../../worker/adapters/mail-server.ts';
import { createMailer, failureOf } from '../../../worker/adapters/mailer.ts';
import { selfSigned } from '../../support/certificates.ts';
import { dataFolder } from '../../support/data-folders.ts';
import { startReceiver } from '../../support/mail-receiver.ts';
import { outgoing } from '../../support/outgoing-mail.ts';

describe('The address of a mail server says how to speak to it', () => {
  const usual = { login: null, authorities: null, name: null, connections: 4 };
  test.each([
    ['smtp://mail.towns.example', { host: 'mail.towns.example', port: 587, encryption: 'required', ...usual }],
    ['smtps://mail.towns.example', { host: 'mail.towns.example', port: 465, encryption: 'from-the-start', ...usual }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, encryption: 'if-offered', ...usual }],
    ['smtp://[::1]:25?tls=off', { host: '::1', port: 25, encryption: 'none', ...usual }],
    [
      'smtp://ada%40towns.example:s%3Aecret@mail.towns.example:25?tls=if-offered&name=join.towns.example&connections=9',
      {
        host: 'mail.towns.example',
        port: 25,
        encryption: 'if-offered',
        login: { user: 'ada@towns.example', password: 's:ecret' },
        authorities: null,
        name: 'join.towns.example',
        connections: 9,
      },
    ],
  ])('%s', (url, server) => {
    expect(mailServerOf(url)).toEqual(server);
  });
});

describe('A wrong address is refused by the name of its setting, without its password', () => {
  const form = 'write smtp://user:password@host:587 or smtps://user:password@host:465';
  test.each([
    ['mail.towns.example', `OASC_MAIL is not the address of a mail server: ${form}.`],
    ['http://mail.towns.example', `OASC_MAIL is not the address of a mail server: ${form}.`],
    ['smtp://mail.towns.example/box', 'OASC_MAIL has a path behind the host: take it away.'],
    [
      'smtp://u:secret@mail.towns.example?pool=true',
      'OASC_MAIL has the unknown part pool; known are tls, ca, name, connections.',
    ],
    ['smtp://ada@mail.towns.example', `OASC_MAIL has only one of user and password: ${form}.`],
    ['smtp://mail.towns.example?tls=no', 'OASC_MAIL has an unknown tls; known are required, if-offered, off.'],
    ['smtps://mail.towns.example?tls=off', 'OASC_MAIL has tls, which smtps:// always is: take it away.'],
    ['smtp://mail.towns.example?ca=/nowhere.pem', 'OASC_MAIL has a ca that cannot be read: /nowhere.pem.'],
    ['smtp://mail.towns.example?connections=0', 'OASC_MAIL has connections that are not a whole number from 1 to 50.'],
  ])('%s', (url, sentence) => {
    expect(() => mailServerOf(url)).toThrow(new Error(sentence));
  });
});

describe('Encryption and login', () => {
  const login = {
    authOptional: false,
    onAuth: ({ username, password }, _, answer) =>
      username === 'ada' && password === 'right' ? answer(null, { user: 'ada' }) : answer(new Error('no')),
  } satisfies Parameters<typeof startReceiver>[0];

  test('A mail goes encrypted, to a server that an authority of ours vouches for, after a login', async () => {
    const { certFile, ...pair } = selfSigned(await dataFolder());
    for (const [protocol, secure] of [
      ['smtp', false],
      ['smtps', true],
    ] as const) {
      const encrypted: boolean[] = [];
      const receiver = await startReceiver({
        ...login,
        ...pair,
        secure,
        onMailFrom: (_, session, answer) => {
          encrypted.push(session.secure);
          answer();
        },
      });
      const more = protocol === 'smtp' ? '&tls=required' : '';
      const server = mailServerOf(`${protocol}://ada:right@127.0.0.1:${receiver.port}?ca=${certFile}${more}`);
      expect(await whyNoMailGoes(server)).toBeNull();
      const mailer = createMailer(server);
      expect(await mailer.send(outgoing)).toEqual({ response: '250 kept' });
      mailer.close();
      expect([encrypted, receiver.mails.length]).toEqual([[true], 1]);
    }
  });

  test('A server that nobody vouches for gets nothing, and the reason says what to do', async () => {
    const pair = selfSigned(await dataFolder());
    const receiver = await startReceiver({ key: pair.key, cert: pair.cert });
    const server = mailServerOf(`smtp://127.0.0.1:${receiver.port}?tls=required`);
    expect(await whyNoMailGoes(server)).toMatch(
      /^OASC_MAIL: the mail server at 127\.0\.0\.1:\d+ takes no mails: its certificate is not to be trusted \(.*\); correct the host, or give its authority as ca\.$/,
    );
    expect(await createMailer(server).send(outgoing).catch(failureOf)).toEqual({ kind: 'deferred', code: null });
    expect(receiver.mails).toEqual([]);
  });

  test.each([
    [
      'that does not encrypt',
      { disabledCommands: ['STARTTLS'] },
      'tls=required',
      'it does not encrypt in this way; choose between smtp:// and smtps://, or set tls',
    ],
    [
      'that does not know us',
      { ...login, allowInsecureAuth: true },
      'tls=off',
      'it refuses the user or the password, with 535; correct them',
    ],
  ])('A server %s gets nothing, and the mail goes later', async (_, options, tls, reason) => {
    const receiver = await startReceiver(options);
    const server = mailServerOf(`smtp://ada:wrong@127.0.0.1:${receiver.port}?${tls}`);
    expect(await whyNoMailGoes(server)).toBe(
      `OASC_MAIL: the mail server at 127.0.0.1:${receiver.port} takes no mails: ${reason}.`,
    );
    const failure = await createMailer(server).send(outgoing).catch(failureOf);
    expect([failure, receiver.mails]).toEqual([expect.objectContaining({ kind: 'deferred' }), []]);
  });

  test('A server that is not there', async () => {
    expect(await whyNoMailGoes(mailServerOf('smtp://127.0.0.1:1'))).toMatch(
      /^OASC_MAIL: the mail server at 127\.0\.0\.1:1 takes no mails: nothing answers there \(.*ECONNREFUSED.*\); start it, or correct host and port\.$/,
    );
  });
});
