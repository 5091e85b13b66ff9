import type { Victims } from './house.ts';
import type { StepName } from './journey.ts';
import type { Outcome } from './outcome.ts';
import type { Mood } from './post-office.ts';
import type { Signing } from './towns.ts';

/** What goes wrong. */
export type Fault =
  /** Somebody is killed when a process comes to a point, at the how many-eth time. */
  | { kind: 'crash'; point: string; count: number; kill: Victims }
  /** Somebody is killed while nothing is going on, and the step is played at once. */
  | { kind: 'kill'; kill: Exclude<Victims, 'self'> }
  /** The disk of the data folder is full for a while, and the step is played meanwhile. */
  | { kind: 'full-disk'; milliseconds: number }
  /** A receiver is in a mood for one mail. */
  | { kind: 'mail'; to: 'main' | 'mayor-office' | 'mayor' | 'reader'; mood: Mood };

/** One fault at one step of a journey; it ends as without it, except for what `differs` says. */
export type FaultCase = {
  id: string;
  step: StepName;
  fault: Fault;
  signing: Signing;
  /** What is different all the same, made from the outcome without a fault: because nobody can know, or nobody can help it. */
  differs?: (without: Outcome) => Outcome;
};

type Differs = NonNullable<FaultCase['differs']>;

/** Every fault that is tried: a kill at each point of each effect and each act, and the receivers' moods. */
export function faultCases(): FaultCase[] {
  return [...inEffects(), ...inActs(), ...atRest(), ...onFullDisks(), ...inReceivers()];
}

/** The worker dies before, inside and after each effect; where it hurts most, everything dies with it. */
function inEffects(): FaultCase[] {
  const rows: [step: StepName, point: string, count?: number, differs?: Differs][] = [
    ['apply', 'before:activity:planTurn'],
    ['apply', 'after:activity:planTurn'],
    ['apply', 'before:activity:recordCase'],
    ['apply', 'before:activity:sendMail'],
    ['apply', 'sendMail:insert:deliveries'],
    ['apply', 'sendMail:before:mailer.send'],
    ['apply', 'sendMail:after:mailer.send', 1, twice('application-received')],
    ['apply', 'after:activity:sendMail'],
    ['accept', 'before:activity:issueLetter'],
    ['accept', 'issueLetter:before:documents.put'],
    ['accept', 'issueLetter:after:documents.put'],
    ['accept', 'after:activity:issueLetter'],
    ['accept', 'sendMail:before:documents.put'],
    ['accept', 'sendMail:after:mailer.send', 1, twice('letter-to-sign')],
    ['sign', 'before:activity:sendMail'],
    ['sign', 'after:activity:sendMail'],
    ['verify', 'before:activity:recordCase'],
    ['verify', 'recordCase:update:cases'],
    ['verify', 'recordCase:insert:audit'],
    ['verify', 'after:activity:recordCase'],
    ['countersign', 'before:activity:sealLetter'],
    ['countersign', 'sealLetter:before:documents.put'],
    ['countersign', 'sealLetter:insert:documents'],
    ['countersign', 'after:activity:sealLetter'],
    ['countersign', 'after:activity:sendMail'],
    ['draft', 'sendMail:update:deliveries', 1, twice('words-to-confirm')],
    ['approve-words', 'after:activity:planTurn'],
    ['compose', 'before:activity:recordAnnouncement'],
    ['compose', 'recordAnnouncement:update:announcements'],
    ['approve', 'after:activity:recordAnnouncement'],
    ['approve', 'before:activity:renderSite'],
    ['approve', 'renderSite:update:announcements'],
    ['approve', 'after:activity:renderSite'],
    ['approve', 'before:activity:publishSite'],
    ['approve', 'publishSite:insert:deliveries', 2],
    ['approve', 'publishSite:after:documents.get', 4],
    ['approve', 'publishSite:update:deliveries', 3],
    ['approve', 'after:activity:publishSite'],
    ['approve', 'before:activity:sendNewsletter'],
    ['approve', 'sendNewsletter:before:mailer.send', 2, nobodyKnows(0)],
    ['approve', 'sendNewsletter:after:mailer.send', 2, nobodyKnows(1)],
    ['approve', 'after:activity:sendNewsletter'],
    ['approve', 'before:activity:sendMail'],
  ];
  const hurting = rows.filter(([, point]) =>
    /^(issueLetter:after|sealLetter:insert|publishSite:after|sendNewsletter:after|sendMail:after|recordCase:insert)/.test(
      point,
    ),
  );
  return [
    ...rows.map((row) => crash(row, 'self')),
    ...hurting.map((row) => crash(row, 'everything')),
    ...rows.filter(([, point]) => point.startsWith('before:activity')).map((row) => crash(row, 'server')),
  ];
}

/** Each act that the door passes on, with the step in which it is done. */
const acts: [step: StepName, act: string, signing?: Signing][] = [
  ['apply', 'start:onboarding'],
  ['accept', 'update:accept'],
  ['sign', 'update:ask-code'],
  ['sign', 'update:sign'],
  ['sign', 'update:upload', 'scan'],
  ['verify', 'update:verify'],
  ['countersign', 'update:countersign'],
  ['draft', 'update:draft'],
  ['confirm', 'update:confirm'],
  ['approve-words', 'update:approve-words'],
  ['compose', 'update:claim'],
  ['compose', 'start:announcement'],
  ['approve', 'update:approve'],
];

/** At every act: the door dies before it is sent, after it was taken, and before it is answered; worker, server and all die around it. */
function inActs(): FaultCase[] {
  const around: [point: (act: string) => string, kill: Victims][] = [
    [(act) => `before:${act}`, 'self'],
    [(act) => `after:${act}`, 'self'],
    [(act) => `before:${act}`, 'worker'],
    [(act) => `before:${act}`, 'server'],
    [(act) => `after:${act}`, 'server'],
    [(act) => `after:${act}`, 'everything'],
  ];
  const answered = acts.filter(([, act]) => !['update:ask-code', 'update:claim'].includes(act));
  return [
    ...acts.flatMap(([step, act, signing]) => around.map(([point, kill]) => crash([step, point(act)], kill, signing))),
    ...answered.map(([step, act, signing]) =>
      crash([step, 'before:answer', act === 'update:sign' ? 2 : 1], 'self', signing),
    ),
    crash(['apply', 'door:insert:papers'], 'self'),
    crash(['accept', 'door:insert:audit'], 'self'),
    crash(['sign', 'door:update:codes'], 'self'),
    crash(['sign', 'door:after:documents.put'], 'self', 'scan'),
    crash(['sign', 'before:activity:planTurn'], 'web'),
    crash(['verify', 'before:activity:planTurn'], 'web'),
  ];
}

/** Somebody dies between two steps, while nothing is under way. */
function atRest(): FaultCase[] {
  const rows: [StepName, Exclude<Victims, 'self'>][] = [
    ['accept', 'worker'],
    ['verify', 'web'],
    ['draft', 'server'],
    ['compose', 'everything'],
  ];
  return rows.map(([step, kill]) => ({
    id: `${who(kill)} killed at rest, then: ${step}`,
    step,
    fault: { kind: 'kill', kill },
    signing: 'electronic',
  }));
}

/** Nothing more can be written for a while. */
function onFullDisks(): FaultCase[] {
  const rows: [StepName, Signing][] = [
    ['apply', 'electronic'],
    ['accept', 'electronic'],
    ['sign', 'scan'],
    ['countersign', 'electronic'],
    ['draft', 'electronic'],
    ['approve', 'electronic'],
  ];
  return rows.map(([step, signing]) => ({
    id: `the disk is full for 4 s, in: ${step}`,
    step,
    fault: { kind: 'full-disk', milliseconds: 4000 },
    signing,
  }));
}

/** A mail server says no, says later, or dies once it has the mail. */
function inReceivers(): FaultCase[] {
  const rows: [StepName, to: 'main' | 'mayor-office' | 'mayor' | 'reader', Mood, Differs?][] = [
    ['apply', 'main', 'refuse', mails('application-received done: 1 copy', 'application-received failed: 0 copies')],
    ['apply', 'main', 'defer'],
    ['apply', 'main', 'die-after-data', twice('application-received')],
    ['accept', 'mayor', 'defer'],
    ['accept', 'mayor', 'die-after-data', twice('letter-to-sign')],
    ['countersign', 'mayor-office', 'die-after-data', twice('member')],
    ['approve-words', 'mayor-office', 'refuse', mails('words-agreed done: 1 copy', 'words-agreed failed: 0 copies')],
    ['approve', 'reader', 'refuse', newsletter({ sent: 2, unknown: 0 }, 'newsletter failed: 0 copies')],
    ['approve', 'reader', 'defer'],
    ['approve', 'reader', 'die-after-data', nobodyKnows(1)],
    ['approve', 'main', 'refuse', mails('announced done: 1 copy', 'announced failed: 0 copies')],
    ['approve', 'main', 'defer'],
  ];
  return rows.map(([step, to, mood, differs]) => ({
    id: `the mail server of ${to}: ${mood}, in: ${step}`,
    step,
    fault: { kind: 'mail', to, mood },
    signing: 'electronic',
    ...(differs ? { differs } : {}),
  }));
}

function crash(
  [step, point, count = 1, differs]: [StepName, string, number?, Differs?],
  kill: Victims,
  signing: Signing = 'electronic',
): FaultCase {
  const times = count === 1 ? '' : ` the ${count}${['th', 'st', 'nd', 'rd'][count] ?? 'th'} time`;
  return {
    id: `${who(kill, point)} killed at ${point}${times}, in: ${step}${signing === 'scan' ? ' (scan)' : ''}`,
    step,
    fault: { kind: 'crash', point, count, kill },
    signing,
    ...(differs && (kill === 'self' || kill === 'everything') ? { differs } : {}),
  };
}

/** Whoever comes to a point dies there itself, unless others are named. */
function who(kill: Victims, point = ''): string {
  if (kill !== 'self') return kill;
  return /^(before|after):(update|start|answer)|^door:/.test(point) ? 'web' : 'worker';
}

/** Nobody can ask a receiver whether a mail arrived, so it goes again with the same bytes and Message-ID, known as a copy. */
function twice(kind: string): Differs {
  return mails(`${kind} done: 1 copy`, `${kind} done: 2 copies`);
}

function mails(line: string, instead: string): Differs {
  return (without) => ({
    ...without,
    mails: without.mails.with(without.mails.indexOf(line), instead).toSorted(),
  });
}

/** A copy that may have gone is shown as unknown, and never sent again. */
function nobodyKnows(copies: 0 | 1): Differs {
  return newsletter({ sent: 2, unknown: 1 }, `newsletter unknown: ${copies === 1 ? '1 copy' : '0 copies'}`);
}

function newsletter(count: { sent: number; unknown: number }, second: string): Differs {
  return (without) => ({
    ...without,
    announcement: {
      ...without.announcement,
      newsletter: { recipients: 3, ...count },
      newsletterCopies: without.announcement.newsletterCopies.with(1, second),
    },
  });
}
