import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dkimRecord, openDkim } from '../../../worker/adapters/dkim.ts';
import { createMailer } from '../../../worker/adapters/mailer.ts';
import { dataFolder } from '../../support/data-folders.ts';
import { testWithDkimpy, verifiedByDkimpy } from '../../support/dkim.ts';
import { startReceiver } from '../../support/mail-receiver.ts';
import { outgoing } from '../../support/outgoing-mail.ts';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const key = String(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(pem));
const settings = { domain: 'towns.example', selector: 'spring', key };
const sender = 'join@towns.example';

/** The mail as the receiving server got it, twice. */
async function received(): Promise<[Buffer, Buffer]> {
  const receiver = await startReceiver();
  const mailer = createMailer({ host: '127.0.0.1', port: receiver.port }, openDkim(settings, sender) ?? undefined);
  await mailer.send(outgoing);
  await mailer.send(outgoing);
  mailer.close();
  const [first, second] = receiver.mails;
  if (!first || !second) throw new Error('The mails did not arrive.');
  return [first, second];
}

testWithDkimpy(
  'Another program verifies the signature of a mail that arrived, with what stands at the name server',
  async () => {
    const [mail] = await received();
    expect(verifiedByDkimpy(mail, dkimRecord(key))).toBe('True spring._domainkey.towns.example.');
  },
);

testWithDkimpy.each(['Subject: ', 'To: ', 'From: ', 'Date: ', 'Message-ID: ', 'Letter of Intent'])(
  'A mail in which somebody has changed “%s” is found out',
  async (words) => {
    const [mail] = await received();
    const changed = mail.toString('latin1').replace(words, `${words}X`);
    expect(changed).not.toBe(mail.toString('latin1'));
    expect(verifiedByDkimpy(Buffer.from(changed, 'latin1'), dkimRecord(key))).toMatch(/^False/);
  },
);

test('A retry sends the same bytes, signature and all', async () => {
  const [first, second] = await received();
  expect(first.toString('latin1')).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed; d=towns\.example;/);
  expect(second.equals(first)).toBe(true);
});

test('The key may be a file, or its text in one line', async () => {
  const file = join(await dataFolder(), 'dkim.pem');
  await writeFile(file, key);
  const bytes = Buffer.from('From: join@towns.example\r\nSubject: Spring\r\n\r\nA word.\r\n');
  const signed = await Promise.all(
    [key, file, key.replaceAll('\n', '\\n')].map(
      async (one) => await openDkim({ ...settings, key: one }, sender)?.(bytes),
    ),
  );
  expect(new Set(signed.map(String)).size).toBe(1);
});

test('Nothing said, nothing is signed', () => {
  expect(openDkim({}, sender)).toBeNull();
});

describe('What is missing or wrong is refused by the name of its setting', () => {
  const small = String(generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey.export(pem));
  const other = String(generateKeyPairSync('ed25519').privateKey.export(pem));
  test.each([
    [
      { domain: 'towns.example', key },
      'OASC_DKIM_SELECTOR is missing: give the name before ._domainkey.towns.example at the name server, or none of the three DKIM settings.',
    ],
    [
      { selector: 'spring', key },
      'OASC_DKIM_DOMAIN is missing: give the domain that signs, such as city-network.example, or none of the three DKIM settings.',
    ],
    [
      { domain: 'towns.example', selector: 'spring' },
      'OASC_DKIM_KEY is missing: give the file of the private key, or its PEM text, or none of the three DKIM settings.',
    ],
    [{ ...settings, domain: 'towns' }, 'OASC_DKIM_DOMAIN is not a domain.'],
    [{ ...settings, selector: 'a b' }, 'OASC_DKIM_SELECTOR is not a selector: use letters, digits, hyphens and dots.'],
    [
      { ...settings, domain: 'others.example' },
      'OASC_DKIM_DOMAIN is others.example, but mails come from towns.example: receivers would not count the signature.',
    ],
    [{ ...settings, key: '/nowhere.pem' }, 'OASC_DKIM_KEY cannot be read: there is no readable file /nowhere.pem.'],
    [
      { ...settings, key: '-----BEGIN PRIVATE KEY-----\nno\n' },
      'OASC_DKIM_KEY is not a private key in PEM without a passphrase.',
    ],
    [{ ...settings, key: small }, 'OASC_DKIM_KEY has 512 bits, which receivers do not count: use 2048.'],
    [{ ...settings, key: other }, 'OASC_DKIM_KEY is a key of the kind ed25519: make one of RSA with 2048 bits.'],
  ])('%j', (given, sentence) => {
    expect(() => openDkim(given, sender)).toThrow(new Error(sentence));
  });
});
