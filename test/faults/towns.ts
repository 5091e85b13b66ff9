import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CityInput } from '../../cli/demo/input-folder.ts';
import { LetterAnswer } from '../../domain/letter-answer.ts';
import { sampleFolder, scannedLetter, townLike } from '../support/towns.ts';

export type Signing = 'electronic' | 'scan';

/** An invented town with a name, people and addresses of its own, like no other but in its words. */
export function inventedTown(number: number, signing: Signing = 'electronic'): CityInput {
  const slug = `ahlatdere-${number}`;
  const { city, application, statement } = townLike(`Ahlatdere ${number}`, slug);
  delete application.authority.identifiers;
  const scanned = LetterAnswer.parse(
    JSON.parse(readFileSync(join(sampleFolder, 'cities/lakowiec/letter.json'), 'utf8')),
  );
  const { name, title } = application.officeHolder;
  const signatory = { name, title, capacity: 'office-holder' as const };
  const letter: LetterAnswer =
    signing === 'electronic' ? { signing, signatory } : { ...scanned, signing, signatory, scan: 'signed-letter.pdf' };
  return {
    city,
    folder: slug,
    application,
    letter,
    scan: signing === 'scan' ? scannedLetter() : null,
    statement: { ...statement, speaker: { name: statement.speaker.name, title: statement.speaker.title } },
  };
}

/** Whether a mailbox is one of the town's people. */
export function isOf(town: CityInput): (address: string) => boolean {
  const { contacts, officeHolder } = town.application;
  const mailboxes = new Set([...contacts.map(({ email }) => email), officeHolder.email]);
  return (address) => mailboxes.has(address);
}
