import type { ActorId, Instant } from '../../domain/ids.ts';
import type { Onboarding, Signature } from '../../domain/onboarding/state.ts';
import { type Delivery, type DeliveryState, deliveriesOf } from '../../records/deliveries.ts';
import { firstOpened } from '../../records/links.ts';
import type { Door } from '../door.ts';
import { type SignatoryStanding, signatoriesOf } from './signatories-shown.ts';

/** How far the letter is with one signatory: from the mail that asked them to what they answered. */
export type SignatoryState = Pick<SignatoryStanding, 'person' | 'name' | 'title' | 'order'> & {
  state: SignatoryStanding['state'];
  /** The last mail that led them to this letter, and what became of it; null where none went yet. */
  mail: { id: string; kind: string; at: Instant; state: DeliveryState } | null;
  /** When they (or a program that looks at mails for them) first opened a link to it. */
  opened: Instant | null;
  signature: Signature | null;
};

/** Every signatory of the letter that counts, in their order; nobody before it is issued. */
export async function signatoryStates(door: Door, city: Onboarding): Promise<SignatoryState[]> {
  const { database } = door.records;
  const issued = city.acts.findLast(({ kind }) => kind === 'letter-issued');
  const mails = await deliveriesOf(database, city.case);
  const states = (await signatoriesOf(door, city)).map(async (one): Promise<SignatoryState> => {
    const { person, name, title, order, state } = one;
    const opened = await firstOpened(database, { person, purpose: 'letter' }, issued?.at ?? '');
    return {
      person,
      name,
      title,
      order,
      state,
      mail: lastMail(mails, person, issued?.at ?? ''),
      opened,
      signature: signatureOf(city, person),
    };
  });
  return await Promise.all(states);
}

/** Mails whose link leads to the letter. */
const leadsToLetter = [
  'letter-to-sign',
  'letter-returned',
  'letter-reissued',
  'reminder',
  'runs-out',
  'extended',
  'new-link',
];

function lastMail(mails: readonly Delivery[], person: ActorId, since: Instant): SignatoryState['mail'] {
  const last = mails.findLast(
    ({ kind, receiver, begun_at }) => receiver === person && begun_at >= since && leadsToLetter.includes(kind),
  );
  return last
    ? { id: last.id, kind: last.kind, at: last.done_at ?? last.begun_at, state: last.state as DeliveryState }
    : null;
}

function signatureOf({ stage }: Onboarding, person: ActorId): Signature | null {
  const place = 'from' in stage ? stage.from : stage;
  const signatories = 'signatories' in place ? place.signatories : [];
  return signatories.find((one) => one.person === person)?.signature ?? null;
}
