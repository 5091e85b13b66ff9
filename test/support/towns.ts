import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Application } from '../../domain/application.ts';
import { Statement } from '../../domain/statement.ts';
import { projectFolder } from '../../worker/settings.ts';

/** The project's own sample towns, as they stand in `samples/`. */
export const sampleFolder = join(projectFolder(), 'samples', 'camliova-and-lakowiec');

/** The fingerprint of the article that the sample leads to, on whatever it is kept. */
export const sampleArticle = 'a964280f76b6a7addcc2e5b66b65cf4b7f7d267435a93a2ca07ce0ed8a1a4b9b';

export type Town = {
  city: string;
  application: Application;
  statement: Statement;
  main: string;
  office: string;
  mayor: string;
  mayorName: string;
};

/** Çamlıova signs in the portal; its mayor's office has an address of its own. */
export const camliova: Town = townOf('camliova', 'tr-camliova');

/** A scan of a hand-signed letter, as a real PDF. */
export function scannedLetter(): Uint8Array {
  return readFileSync(join(sampleFolder, 'cities/lakowiec/signed-letter.pdf'));
}

/** A town like Çamlıova under another name, for a test of its own; its addresses are its own too. */
export function townLike(name: string, slug: string): Town {
  const host = `${slug}.example`;
  const application: Application = structuredClone(camliova.application);
  application.authority = {
    ...application.authority,
    name,
    nativeName: name,
    legalName: `Town of ${name}`,
    website: `https://${host}`,
  };
  application.contacts = application.contacts.map((contact) => ({ ...contact, email: `${contact.role}@${host}` }));
  application.officeHolder = { ...application.officeHolder, email: `mayor@${host}` };
  return {
    ...camliova,
    city: `tr-${slug}`,
    application,
    main: `main@${host}`,
    office: `mayor-office@${host}`,
    mayor: `mayor@${host}`,
  };
}

function townOf(folder: string, city: string): Town {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(sampleFolder, 'cities', folder, file), 'utf8'));
  const application = Application.parse(read('application.json'));
  const main = application.contacts.find(({ role }) => role === 'main')?.email ?? '';
  return {
    city,
    application,
    statement: Statement.parse(read('statement.json')),
    main,
    office: application.contacts.find(({ role }) => role === 'mayor-office')?.email ?? main,
    mayor: application.officeHolder.email,
    mayorName: application.officeHolder.name,
  };
}
