import { type ApplicationPaper, applicationPaperOf } from '../domain/case-papers.ts';
import { dayIn } from '../domain/days.ts';
import type { CaseId } from '../domain/ids.ts';
import { findCase, viewOf } from '../records/cases.ts';
import { countryName } from '../records/composing.ts';
import { bodyOf } from '../records/papers.ts';
import type { Door } from './door.ts';

/** What the letter of a case says, as it was issued last or as it would be issued now; null where there is no such case. */
export async function letterShown(door: Door, id: CaseId) {
  const { network, records } = door;
  const row = await findCase(records.database, id);
  if (!row) return null;
  const view = viewOf(row);
  const issued = view.acts.findLast((act) => act.kind === 'letter-issued');
  const letter = issued?.kind === 'letter-issued' ? issued.letter : null;
  const { application } = await bodyOf<ApplicationPaper>(records.database, applicationPaperOf(view));
  const { authority, officeHolder, mandate } = application;
  const version = network.letter.versions.find((one) => one.version === (letter?.version ?? network.letter.current));
  if (!version) return null;
  return {
    network: { name: network.name, shortName: network.shortName, address: network.sender.email },
    letter: version,
    authority: { ...authority, countryName: countryName(network, authority.country) },
    officeHolder,
    mandate,
    date: dayIn(letter?.issuedAt ?? door.clock.now(), network.zone),
    reference: letter?.number === undefined ? row.reference : `${row.reference}/${letter.number}`,
    issued: letter?.sha256 ?? null,
  };
}
