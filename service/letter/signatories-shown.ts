import type { ActorId, Instant } from '../../domain/ids.ts';
import { isAsked } from '../../domain/onboarding/asking.ts';
import type { Letter, LetterSignatory, Onboarding, Signature } from '../../domain/onboarding/state.ts';
import { findPerson } from '../../records/people.ts';
import type { Door } from '../door.ts';

/** Where one signatory stands, with the name and title that the records have. */
export type SignatoryStanding = { person: ActorId; name: string; title: string; order: number } & (
  | { state: 'later' }
  | { state: 'asked'; at: Instant | null }
  | { state: 'signed'; at: Instant; how: Signature['signing'] }
);

/** Who signs the letter of a city, in their order, and how far each is; nobody before it is issued, nor once it is sealed. */
export async function signatoriesOf(door: Door, city: Onboarding): Promise<SignatoryStanding[]> {
  const letter = letterOf(city);
  if (!letter || letter.step === 'issue' || letter.step === 'void') return [];
  const standing = letter.signatories.map(async (one): Promise<SignatoryStanding> => {
    const person = await findPerson(door.records.database, one.person);
    const who = { person: one.person, name: person?.name ?? '', title: person?.title ?? '', order: one.order };
    return { ...who, ...stateOf(letter, one, city) };
  });
  return (await Promise.all(standing)).toSorted((one, other) => one.order - other.order);
}

function stateOf(letter: Letter, { person, signature }: LetterSignatory, { acts }: Onboarding) {
  if (signature) return { state: 'signed', at: signature.at, how: signature.signing } as const;
  if (!isAsked(letter, person)) return { state: 'later' } as const;
  const since = acts.findLast(
    (act) => act.kind === 'letter-issued' || (act.kind === 'name-signatory' && act.signatory === person),
  );
  return { state: 'asked', at: since?.at ?? null } as const;
}

function letterOf({ stage }: Onboarding): Letter | null {
  const open = 'from' in stage ? stage.from : stage;
  return open.stage === 'letter' ? open : null;
}
