import type { Act, Decision, Event } from '../../domain/onboarding/acts.ts';
import { happened } from '../../domain/onboarding/happened.ts';
import { applied, type IssuedLetter, type Onboarding } from '../../domain/onboarding/state.ts';
import { taken } from '../../domain/onboarding/taken.ts';

/** Who acts on an invented town: its contact, its mayor and the mayor's office, and two members of staff. */
export const contact = 'contact';
export const mayor = 'mayor';
export const office = 'office';
export const ada = 'ada';
export const bruno = 'bruno';

export const hashOfLetter = 'a'.repeat(64);
export const hashOfScan = 'b'.repeat(64);
export const hashOfWords = 'c'.repeat(64);
export const hashOfSealed = 'd'.repeat(64);
export const later = { at: '2027-06-01T15:00:00.000Z', zone: 'Europe/Istanbul' };
export const issued: IssuedLetter = {
  version: '2027-1',
  sha256: hashOfLetter,
  pages: 2,
  issuedAt: '2027-03-01T09:00:00.000Z',
};

/** Çamlıova, which has just applied. */
export const camliova: Onboarding = applied({
  case: 'tr-camliova.1',
  city: 'tr-camliova',
  country: 'TR',
  act: { id: 'form', actor: contact, at: '2027-02-18T08:00:00.000Z', kind: 'applied', paper: 'application' },
});

/** An act of a person, under an id of its own. */
export function by<One extends Decision>(actor: string, decision: One): Act & { decision: One } {
  return {
    id: `${decision.kind} by ${actor}`,
    actor,
    at: '2027-03-02T09:00:00.000Z',
    decision,
  };
}

/** Plays acts of persons and what happens without one, in their order. */
export function play(city: Onboarding, ...steps: (Act | Event)[]): Onboarding {
  return steps.reduce((before, step) => {
    if ('decision' in step) return taken(before, { ...step, id: `${before.version} ${step.id}` });
    const id = `${before.version} ${step.kind}`;
    return happened(before, step, { id, actor: 'system', at: '2027-03-02T10:00:00.000Z' });
  }, city);
}

const paper = 'paper';

/** Each act as the right person would do it, on the right text. */
export const acts = {
  accept: by(ada, { kind: 'accept', signatory: mayor }),
  return: by(ada, { kind: 'return', paper }),
  reject: by(ada, { kind: 'reject', paper }),
  tell: by(ada, { kind: 'tell' }),
  'take-back': by(ada, { kind: 'take-back' }),
  opinion: by(ada, { kind: 'opinion', paper }),
  recuse: by(bruno, { kind: 'recuse', paper }),
  answer: by(contact, { kind: 'answer', paper: 'second application' }),
  'name-signatory': by(mayor, { kind: 'name-signatory', paper, instead: mayor, signatory: 'deputy', why: 'delegate' }),
  'ask-code for the letter': by(mayor, {
    kind: 'ask-code',
    code: 'code',
    person: mayor,
    purpose: 'letter',
    sha256: hashOfLetter,
    until: later,
  }),
  'ask-code for the words': by(mayor, {
    kind: 'ask-code',
    code: 'code',
    person: mayor,
    purpose: 'words',
    sha256: hashOfWords,
    until: later,
  }),
  sign: by(mayor, {
    kind: 'sign',
    paper: 'signature',
    signatory: mayor,
    sha256: hashOfLetter,
    flags: [],
    level: { claimed: 'SES', verified: 'SES' },
  }),
  'set-signatories': by(contact, { kind: 'set-signatories', paper, signatories: [{ person: mayor, order: 1 }] }),
  'give-mandate': by(contact, { kind: 'give-mandate', paper, flags: [] }),
  'choose-language': by(contact, { kind: 'choose-language', language: 'tr' }),
  settle: by(ada, { kind: 'settle', signatory: mayor, flag: 'office', paper }),
  resend: by(ada, { kind: 'resend', signatory: mayor }),
  upload: by(office, {
    kind: 'upload',
    paper: 'scan',
    signatory: mayor,
    sha256: hashOfScan,
    signing: 'scan',
    flags: [],
    level: { claimed: 'hand-signed', verified: 'hand-signed' },
  }),
  decline: by(mayor, { kind: 'decline', paper }),
  verify: by(ada, { kind: 'verify', sha256: hashOfLetter }),
  'return-letter': by(ada, { kind: 'return-letter', paper }),
  countersign: by(bruno, { kind: 'countersign', memberSince: '2027-03-02' }),
  draft: by(office, { kind: 'draft', paper: 'words', sha256: hashOfWords, speaker: mayor }),
  confirm: by(mayor, { kind: 'confirm', paper, sha256: hashOfWords }),
  'change-words': by(mayor, { kind: 'change-words', paper }),
  'approve-words': by(ada, { kind: 'approve-words', sha256: hashOfWords }),
  'return-words': by(ada, { kind: 'return-words', paper }),
  'waive-statement': by(ada, { kind: 'waive-statement', paper }),
  claim: by(ada, { kind: 'claim', announcement: 'spring' }),
  release: by(ada, { kind: 'release', announcement: 'spring' }),
  'waive-announcement': by(ada, { kind: 'waive-announcement', paper }),
  wait: by(ada, { kind: 'wait', paper, until: later }),
  extend: by(ada, { kind: 'extend', paper, until: later }),
  'void-letter': by(ada, { kind: 'void-letter', paper }),
  'issue-letter': by(ada, { kind: 'issue-letter' }),
  'reissue-letter': by(ada, { kind: 'reissue-letter', paper }),
  hold: by(ada, { kind: 'hold', paper, until: later }),
  resume: by(ada, { kind: 'resume' }),
  reopen: by(ada, { kind: 'reopen', paper }),
  withdraw: by(contact, { kind: 'withdraw', paper }),
  supersede: by(ada, { kind: 'supersede', paper, into: 'tr-camliova.2' }),
  'ask-city': by(ada, { kind: 'ask-city', paper }),
  reply: by(ada, { kind: 'reply', paper, question: 'question', to: contact }),
  'ask-link': by(contact, { kind: 'ask-link', link: 'link', person: contact }),
} as const satisfies Record<string, Act>;

const toSign = play(camliova, acts.accept, { kind: 'letter-issued', letter: issued });
const toCountersign = play(toSign, acts.sign, acts.verify);
const toSeal = play(toCountersign, acts.countersign);
const toDraft = play(toSeal, { kind: 'letter-sealed', sha256: hashOfSealed });
const toConfirm = play(toDraft, acts.draft);
const toApprove = play(toConfirm, acts.confirm);
const ready = play(toApprove, acts['approve-words']);
const claimed = play(ready, acts.claim);

/** The same town at every place where a case can stand. */
export const places = {
  'review, staff': camliova,
  'review, city': play(camliova, acts.return),
  'letter, issue': play(camliova, acts.accept),
  'letter, sign': toSign,
  'letter, verify': play(toSign, acts.sign),
  'letter, countersign': toCountersign,
  'letter, seal': toSeal,
  'letter, void': play(toSign, acts.sign, acts['void-letter']),
  'statement, draft': toDraft,
  'statement, confirm': toConfirm,
  'statement, approve': toApprove,
  'statement, draft again': play(toApprove, acts['return-words']),
  'announcement, free': ready,
  'announcement, claimed': claimed,
  'announcement, held': play(claimed, { kind: 'held', announcement: 'spring' }),
  'lapsed from review': play(camliova, acts.return, { kind: 'lapsed' }),
  'lapsed from the letter': play(toSign, { kind: 'lapsed' }),
  declined: play(toSign, acts.decline),
  announced: play(claimed, { kind: 'announced', announcement: 'spring' }),
  waived: play(ready, acts['waive-announcement']),
  rejected: play(camliova, acts.reject),
  superseded: play(camliova, acts.supersede),
  'withdrawn before the letter': play(camliova, acts.withdraw),
  'withdrawn as a member': play(toDraft, acts.withdraw),
} as const satisfies Record<string, Onboarding>;

/** A decision on this town that the city does not know of yet. */
export const placesPending = {
  'review, acceptance prepared': play(camliova, { ...acts.accept, decision: { ...acts.accept.decision, tell: later } }),
  'review, return prepared': play(camliova, {
    ...acts.return,
    decision: { ...acts.return.decision, tell: 'when-released' },
  }),
} as const satisfies Record<string, Onboarding>;

/** Some of these places while the case is on hold. */
export const placesOnHold = {
  'review, staff, on hold': play(camliova, acts.hold),
  'letter, sign, on hold': play(toSign, acts.hold),
  'statement, confirm, on hold': play(toConfirm, acts.hold),
} as const satisfies Record<string, Onboarding>;
