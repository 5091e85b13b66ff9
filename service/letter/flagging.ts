import type { ScanPaper, SignaturePaper } from '../../domain/case-papers.ts';
import { type ApplicationPaper, applicationPaperOf, type MandatePaper } from '../../domain/case-papers.ts';
import { dayIn } from '../../domain/days.ts';
import type { FlagKind, FlagsFound } from '../../domain/onboarding/flags.ts';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { type SignatureKnown, type SignatureSaid, signatureFlags } from '../../domain/signature-flags.ts';
import { bodyOf } from '../../records/papers.ts';
import { findPerson, type Person } from '../../records/people.ts';
import type { Door } from '../door.ts';
import { issued, namedAs } from '../visitor-questions.ts';
import { presentMandate } from './present-mandate.ts';

/** What the records find about a signature of this person, with the mandate as it stands or as it is about to stand. */
export async function flagsOf(
  door: Door,
  city: Onboarding,
  person: Person,
  said: SignatureSaid,
  mandate?: MandatePaper,
): Promise<FlagKind[]> {
  const known = await knownOf(door, city, person, mandate ?? (await presentMandate(door, city)));
  return known ? signatureFlags(said, known) : [];
}

/** Every signature under the letter, looked at again with another mandate; what was found in its file stays. */
export async function flagsAgain(door: Door, city: Onboarding, mandate: MandatePaper): Promise<FlagsFound> {
  const { stage } = city;
  const found: FlagsFound = [];
  for (const { person: id, signature } of stage.stage === 'letter' ? stage.signatories : []) {
    const person = await findPerson(door.records.database, id);
    if (!person || !signature) continue;
    const paper = await bodyOf<SignaturePaper | ScanPaper>(door.records.database, signature.paper);
    const ofFile = signature.flags.map(({ kind }) => kind).filter((kind) => kind === 'bytes' || kind === 'level');
    found.push({ person: id, flags: [...(await flagsOf(door, city, person, saidIn(paper), mandate)), ...ofFile] });
  }
  return found;
}

function saidIn(paper: SignaturePaper | ScanPaper): SignatureSaid {
  const name = 'typedName' in paper ? paper.typedName : paper.signatory.name;
  return { ...paper.signatory, name, signedOn: paper.signedOn };
}

async function knownOf(
  door: Door,
  city: Onboarding,
  person: Person,
  { mandate, document }: MandatePaper,
): Promise<SignatureKnown | null> {
  const letter = issued(city);
  if (!letter) return null;
  const { application } = await bodyOf<ApplicationPaper>(door.records.database, applicationPaperOf(city));
  const { officeHolder, authority } = application;
  const named = await namedAs(door, { person, city });
  const { termStart, termEnd } = named === null || named.why === 'address' ? officeHolder : named;
  // A delegation that was handed in as the mandate itself says who may sign, too.
  const proven = named?.proof !== undefined || (mandate.kind === 'delegation' && document !== undefined);
  return {
    signatory: { name: person.name, title: person.title ?? '', termStart, termEnd, proven },
    mandate,
    letter: { day: dayIn(letter.issuedAt, authority.timeZone), textSha256: letter.textSha256 },
  };
}
