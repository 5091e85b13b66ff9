import { readFile } from 'node:fs/promises';
import type { ListedService } from '../../../../domain/trusted-list.ts';
import { certificatesIn } from '../pem-file.ts';
import { WrongSealSetting } from '../wrong-setting.ts';
import { servicesOf } from './services.ts';
import { signedPartsOf, type XmlElement, xmlIn } from './xml.ts';

export type TrustedList = {
  services: ListedService[];
  /** `checked`: its signature is by the certificate that the settings name; `taken`: on the word of whoever put it there. */
  word: 'checked' | 'taken';
};

/**
 * Reads a trusted list (ETSI TS 119 612, XML). With a signer's certificate, only what that signer signed is read of it; a list
 * whose signature does not hold is refused.
 */
export async function readTrustedList(file: string, signer: string | null): Promise<TrustedList> {
  const xml = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw wrong(`cannot be read (${error.code}): there is no readable file ${file}`);
  });
  const certificates = signer === null ? null : await certificatesIn('OASC_TRUSTED_LIST_SIGNER', signer);
  const read = certificates === null ? xml : signedPartOf(xml, certificates);
  const services = servicesOf(listIn(read));
  if (services.length === 0)
    throw wrong('names no service that gives out qualified certificates for signatures: take the list of a country');
  return { services, word: certificates === null ? 'taken' : 'checked' };
}

function listIn(xml: string): XmlElement {
  const root = xmlIn(xml)?.documentElement;
  if (root?.localName !== 'TrustServiceStatusList')
    throw wrong('is no trusted list: an XML file by ETSI TS 119 612 begins with TrustServiceStatusList');
  return root;
}

/** What was signed, as it was hashed: anything else in the file could have been put there by others. */
function signedPartOf(xml: string, signers: readonly string[]): string {
  for (const signer of signers) {
    const part = signedPartsOf(xml, signer)?.find((one) => one.includes('TrustServiceStatusList'));
    if (part !== undefined) return part;
  }
  throw wrong('is not signed, was changed, or signed by somebody else than OASC_TRUSTED_LIST_SIGNER names');
}

function wrong(why: string): WrongSealSetting {
  return new WrongSealSetting('OASC_TRUSTED_LIST', why);
}
