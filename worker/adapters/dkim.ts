import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';

/** Signs the bytes of a mail (RFC 6376); the same bytes get the same signature. */
export type DkimSignature = (bytes: Buffer) => Promise<Buffer>;

/** Whose signature, by which entry of that domain's name server, and the key: a file, or the PEM text itself. */
export type DkimSettings = { domain?: string | undefined; selector?: string | undefined; key?: string | undefined };

/**
 * The signature under mails from `sender` (an address), or null where none is set up. Throws a sentence that names the
 * setting which is missing or wrong.
 */
export function openDkim({ domain, selector, key }: DkimSettings, sender: string): DkimSignature | null {
  if (domain === undefined && selector === undefined && key === undefined) return null;
  if (domain === undefined) throw missing('DOMAIN', 'the domain that signs, such as city-network.example');
  if (selector === undefined) throw missing('SELECTOR', `the name before ._domainkey.${domain} at the name server`);
  if (key === undefined) throw missing('KEY', 'the file of the private key, or its PEM text');
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain)) throw new Error('OASC_DKIM_DOMAIN is not a domain.');
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(selector))
    throw new Error('OASC_DKIM_SELECTOR is not a selector: use letters, digits, hyphens and dots.');
  const home = sender.split('@')[1]?.toLowerCase() ?? '';
  if (home !== domain.toLowerCase() && !home.endsWith(`.${domain.toLowerCase()}`))
    throw new Error(
      `OASC_DKIM_DOMAIN is ${domain}, but mails come from ${home}: receivers would not count the signature.`,
    );
  const privateKey = keyOf(key);
  const signer = new DKIM({ domainName: domain, keySelector: selector, privateKey });
  return async (bytes) => await buffer(signer.sign(bytes));
}

/** What the name server must answer for `<selector>._domainkey.<domain>` (TXT), from the private key. */
export function dkimRecord(key: string): string {
  const spki = createPublicKey(keyOf(key)).export({ type: 'spki', format: 'der' });
  return `v=DKIM1; k=rsa; p=${spki.toString('base64')}`;
}

function keyOf(written: string): KeyObject {
  const key = privateKeyOf(written.includes('-----BEGIN') ? written.replaceAll('\\n', '\n') : read(written));
  if (key.asymmetricKeyType !== 'rsa')
    throw new Error(`OASC_DKIM_KEY is a key of the kind ${key.asymmetricKeyType}: make one of RSA with 2048 bits.`);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < 1024) throw new Error(`OASC_DKIM_KEY has ${bits} bits, which receivers do not count: use 2048.`);
  return key;
}

function privateKeyOf(pem: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new Error('OASC_DKIM_KEY is not a private key in PEM without a passphrase.');
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`OASC_DKIM_KEY cannot be read: there is no readable file ${file}.`);
  }
}

function missing(name: string, what: string): Error {
  return new Error(`OASC_DKIM_${name} is missing: give ${what}, or none of the three DKIM settings.`);
}
