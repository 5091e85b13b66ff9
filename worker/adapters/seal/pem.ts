import type { KeyObject } from 'node:crypto';

/** A certificate in DER as text in PEM. */
export function pemOf(der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** Every certificate in a text of PEM, each in DER, in the order in which they stand. */
export function certificatesOf(pem: string): Uint8Array[] {
  return blocks(pem, 'CERTIFICATE').map((block) =>
    Buffer.from(block.replace(/-----[^-]+-----/g, '').replace(/\s/g, ''), 'base64'),
  );
}

/** Every private key in a text of PEM, each still in PEM. */
export function keysOf(pem: string): string[] {
  return blocks(pem, 'PRIVATE KEY');
}

/** A private key as text in PEM (PKCS#8, not encrypted). */
export function keyPemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function blocks(pem: string, kind: string): string[] {
  return pem.match(new RegExp(`-----BEGIN ${kind}-----[\\s\\S]*?-----END ${kind}-----`, 'g')) ?? [];
}
