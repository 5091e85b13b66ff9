import type { ActorId } from '../ids.ts';
import type { Taken } from './acts.ts';
import { askedNow, namedBy, opensNextNumber } from './asking.ts';
import { heard, isPrepared } from './pending.ts';
import type { Onboarding } from './state.ts';

/** Whether something that happened decides what the story does next; the rest changes nothing in whose turn it is. */
const turns = {
  applied: true,
  accept: true,
  return: true,
  reject: true,
  answer: true,
  reopen: true,
  lapsed: true,
  'name-signatory': true,
  'set-signatories': true,
  'choose-language': true,
  sign: true,
  upload: true,
  decline: true,
  verify: true,
  'return-letter': true,
  'void-letter': true,
  'issue-letter': true,
  'reissue-letter': true,
  countersign: true,
  draft: true,
  confirm: true,
  'change-words': true,
  'approve-words': true,
  'return-words': true,
  'waive-statement': true,
  'waive-announcement': true,
  announced: true,
  withdraw: true,
  supersede: true,
  gather: false,
  claim: false,
  release: false,
  wait: false,
  extend: false,
  tell: true,
  told: true,
  'take-back': false,
  recuse: false,
  opinion: false,
  hold: false,
  resume: false,
  resumed: false,
  'give-mandate': false,
  settle: false,
  resend: false,
  'ask-code': false,
  'ask-link': false,
  'ask-city': false,
  reply: false,
  'turn-planned': false,
  reminded: false,
  warned: false,
  'staff-reminded': false,
  overdue: false,
  'letter-issued': false,
  'letter-sealed': false,
  held: false,
  unheld: false,
  'let-go': false,
} as const satisfies Record<Taken['kind'], boolean>;

/**
 * What brought the case into its present turn. From here the story goes on, also when it is taken up from the records,
 * and by its id the mails of the turn are known as sent. A decision turns the case when the city is told of it, and a
 * first signature of several leaves the turn as it was, unless others are asked because of it.
 */
export function turningPoint(city: Onboarding): Taken {
  const act = city.acts[turn(city)];
  const what = act ? heard(city.acts, act) : null;
  if (!what) throw new Error('A case without an application cannot be.');
  return what;
}

/** How many reminders have gone out in the present turn; to one person, where several are waited for. */
export function remindersSent(city: Onboarding, person?: ActorId): number {
  const since = city.acts.slice(turn(city));
  return since.filter(
    (act) =>
      (act.kind === 'reminded' || act.kind === 'staff-reminded') &&
      (person === undefined || act.person === undefined || act.person === person),
  ).length;
}

/** What made it somebody's turn to sign: being named while others were asked already, or else what began the turn. */
export function askedBy(city: Onboarding, person: ActorId): Taken {
  const { acts } = city;
  const start = turn(city);
  const index = acts.findLastIndex(
    (act, at) =>
      at > start &&
      (act.kind === 'name-signatory' || act.kind === 'set-signatories') &&
      namedBy([act]).has(person) &&
      !namedBy(acts.slice(0, at)).has(person),
  );
  return acts[index] ?? turningPoint(city);
}

function turn({ acts, stage }: Onboarding): number {
  const oneOfSeveral = (act: Taken) =>
    (act.kind === 'sign' || act.kind === 'upload') &&
    stage.stage === 'letter' &&
    stage.step === 'sign' &&
    !opensNextNumber(stage, act.signatory);
  const besideOthers = (act: Taken, at: number) =>
    (act.kind === 'name-signatory' || act.kind === 'set-signatories') &&
    stage.stage === 'letter' &&
    stage.step === 'sign' &&
    askedNow(stage).some(({ person }) => namedBy(acts.slice(0, at)).has(person));
  const index = acts.findLastIndex(
    (one, at) => turns[one.kind] && !isPrepared(one) && !oneOfSeveral(one) && !besideOthers(one, at),
  );
  // More time for what rests opens it again; for what is open it leaves the turn as it was.
  const opened = acts[index]?.kind === 'lapsed' ? acts.findIndex((one, at) => at > index && givesTime(one)) : -1;
  return opened === -1 ? index : opened;
}

/** Whether an act moves the last day of the turn. */
export function givesTime(act: Taken): boolean {
  return act.kind === 'extend' || (act.kind === 'resend' && act.until !== undefined);
}
