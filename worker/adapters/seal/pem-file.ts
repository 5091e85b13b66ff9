import { readFile } from 'node:fs/promises';
import { certificatesOf, pemOf } from './pem.ts';
import { WrongSealSetting } from './wrong-setting.ts';

/** The certificates in the PEM file that a setting names, each as a text of its own. */
export async function certificatesIn(setting: string, file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new WrongSealSetting(setting, `cannot be read (${error.code}): there is no readable file ${file}`);
  });
  const found = certificatesOf(text).map(pemOf);
  if (found.length === 0)
    throw new WrongSealSetting(setting, `holds no certificate in PEM (-----BEGIN CERTIFICATE-----): ${file}`);
  return found;
}
