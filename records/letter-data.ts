import { type ApplicationPaper, applicationPaperOf } from '../domain/case-papers.ts';
import { dayIn } from '../domain/days.ts';
import type { CaseId, Instant, PaperId } from '../domain/ids.ts';
import type { LetterData } from '../domain/letter-data.ts';
import type { LetterLanguage } from '../domain/letter-language.ts';
import { languageOfLetter, letterWording } from '../domain/letter-wording.ts';
import type { Network } from '../domain/network.ts';
import { findCase, viewOf } from './cases.ts';
import { countryName } from './composing.ts';
import { presentMandate } from './mandate.ts';
import { bodyOf, readPaper, writePaper } from './papers.ts';
import type { Database } from './schema.ts';
import { checkToken, type Secret } from './secrets.ts';

/** Where letters of this installation are checked. */
export type CheckPlace = { address: string; secret: Secret };
export type LetterWanted = { case: CaseId; at: Instant; number?: number; language?: LetterLanguage };

/**
 * What the letter of a case says if it is made at that moment, in the language that was chosen, else in the one that the
 * city's contact reads. Null where there is no such case; throws where the network's file holds no such words.
 */
export async function letterDataNow(
  database: Database,
  network: Network,
  place: CheckPlace,
  { case: id, at, number, language: chosen }: LetterWanted,
): Promise<LetterData | null> {
  const row = await findCase(database, id);
  if (!row) return null;
  const view = viewOf(row);
  const { application } = await bodyOf<ApplicationPaper>(database, applicationPaperOf(view));
  const { authority, officeHolder, contacts } = application;
  const version = network.letter.current;
  const contact = contacts.find(({ role }) => role === 'main');
  const language = languageOfLetter(network, version, [chosen, contact?.language]);
  const wording = language && letterWording(network, version, language);
  if (!wording) throw new Error(`The network's file has no words for the letter ${version}.`);
  return {
    network: { name: network.name, shortName: network.shortName, address: network.sender.email },
    language,
    letter: { version, ...wording },
    authority: {
      legalName: authority.legalName,
      name: authority.name,
      nativeName: authority.nativeName,
      countryName: countryName(network, authority.country, language),
    },
    officeHolder: { name: officeHolder.name, title: officeHolder.title },
    mandate: (await presentMandate(database, view)).mandate,
    date: dayIn(at, network.zone),
    // Two letters of one case never have the same bytes, even when they are made on the same day.
    reference: number === undefined ? row.reference : `${row.reference}/${number}`,
    check: `${place.address}/check/${checkToken(place.secret, id, number ?? 1)}`,
  };
}

/** Keeps what a letter says, as it is issued; the same letter again answers with what was kept first. */
export async function keepLetterData(
  database: Database,
  { case: id, at, number }: LetterWanted,
  data: LetterData,
): Promise<LetterData> {
  const paper = {
    id: letterPaperId(id, number),
    subject: id,
    kind: 'letter',
    sha256: null,
    actor: 'system',
    at,
  } as const;
  return (await writePaper(database, { ...paper, body: data })).body as LetterData;
}

/** What a letter said when it was issued; null where that was not kept, as for letters of before. */
export async function letterDataIssued(database: Database, id: CaseId, number?: number): Promise<LetterData | null> {
  return ((await readPaper(database, letterPaperId(id, number)))?.body as LetterData | undefined) ?? null;
}

function letterPaperId(id: CaseId, number = 1): PaperId {
  return `${id}/letter/${number}`;
}
