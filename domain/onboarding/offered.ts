import type { ActorId, Instant } from '../ids.ts';
import type { Decision, DecisionKind } from './acts.ts';
import { openIn } from './flags.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { Onboarding } from './state.ts';

/** What staff can decide about a case, wherever it stands. */
export type StaffKind = keyof typeof probes;
export type Offered = { kind: StaffKind; refusal: Refusal | null };

/** Every act of the staff, with what the one rule would say if this person did it now on what is known now. */
export function offered(city: Onboarding, actor: ActorId, at: Instant): Offered[] {
  return staffKinds.map((kind) => ({ kind, refusal: refusalOf(city, kind, actor, at) }));
}

/** What the one rule says of an act on the case as it stands; null where it may be done. */
export function refusalOf(city: Onboarding, kind: StaffKind, actor: ActorId, at: Instant): Refusal | null {
  return refusal(city, { id: 'asked', actor, at, version: city.version, decision: probes[kind](city) });
}

const asked = 'asked';
const paper =
  <Kind extends DecisionKind>(kind: Kind) =>
  () => ({ kind, paper: asked });

/** Each act as it would be sent by somebody who has read what there is to read. */
const probes = {
  accept: () => ({ kind: 'accept', signatory: asked }),
  return: paper('return'),
  reject: paper('reject'),
  verify: (city) => ({ kind: 'verify', sha256: signedOf(city) }),
  tell: () => ({ kind: 'tell' }),
  'take-back': () => ({ kind: 'take-back' }),
  opinion: paper('opinion'),
  settle: settling,
  'return-letter': paper('return-letter'),
  countersign: () => ({ kind: 'countersign', memberSince: asked }),
  'approve-words': (city) => ({ kind: 'approve-words', sha256: wordsOf(city) }),
  'return-words': paper('return-words'),
  'waive-statement': paper('waive-statement'),
  'waive-announcement': paper('waive-announcement'),
  wait: ({ due }) => ({ kind: 'wait', paper: asked, until: due ?? { at: asked, zone: 'UTC' } }),
  extend: ({ due }) => ({ kind: 'extend', paper: asked, until: due ?? { at: asked, zone: 'UTC' } }),
  'void-letter': paper('void-letter'),
  'issue-letter': () => ({ kind: 'issue-letter' }),
  'reissue-letter': paper('reissue-letter'),
  hold: () => ({ kind: 'hold', paper: asked, until: { at: asked, zone: 'UTC' } }),
  resume: () => ({ kind: 'resume' }),
  reopen: paper('reopen'),
  withdraw: paper('withdraw'),
  recuse: paper('recuse'),
} as const satisfies Partial<Record<DecisionKind, (city: Onboarding) => Decision>>;

const staffKinds = Object.keys(probes) as StaffKind[];

/** The first thing that nobody has decided about a signature, as whoever decides it would. */
function settling({ stage }: Onboarding): Extract<Decision, { kind: 'settle' }> {
  for (const { person, signature } of stage.stage === 'letter' ? stage.signatories : []) {
    const [flag] = signature ? openIn(signature) : [];
    if (flag) return { kind: 'settle', signatory: person, flag, paper: asked };
  }
  return { kind: 'settle', signatory: asked, flag: 'person', paper: asked };
}

function signedOf({ stage }: Onboarding): string {
  const signed = stage.stage === 'letter' ? stage.signatories.find(({ signature }) => signature) : undefined;
  return signed?.signature?.sha256 ?? asked;
}

function wordsOf({ stage }: Onboarding): string {
  return stage.stage === 'statement' && stage.words ? stage.words.sha256 : asked;
}
