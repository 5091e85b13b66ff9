import { expect, test } from '@jest/globals';
import { decisionKinds } from '../../../domain/onboarding/acts.ts';
import { type Refusal, refusal } from '../../../domain/onboarding/refusal.ts';
import { acts, later, places as openPlaces, placesOnHold, placesPending } from '../../support/city-in-play.ts';

const places = { ...openPlaces, ...placesOnHold, ...placesPending };
type Place = keyof typeof places;
type ActName = keyof typeof acts;

/** The acts that each place takes; `ask-link` and `withdraw` are named too, so that each list says it all. */
const whilePrepared: ActName[] = [
  ...(['accept', 'return', 'reject', 'opinion', 'tell', 'take-back'] as const),
  ...(['wait', 'extend', 'withdraw', 'supersede', 'recuse', 'ask-link', 'ask-city', 'reply'] as const),
];

const takes: Record<Place, ActName[]> = {
  'review, staff': [
    'accept',
    'return',
    'reject',
    'opinion',
    'wait',
    'extend',
    'hold',
    'withdraw',
    'recuse',
    'ask-link',
  ],
  'review, city': ['answer', 'wait', 'extend', 'hold', 'withdraw', 'recuse', 'ask-link'],
  'letter, issue': ['give-mandate', 'wait', 'hold', 'withdraw', 'recuse', 'ask-link'],
  'letter, sign': [
    'name-signatory',
    'set-signatories',
    'give-mandate',
    'choose-language',
    'resend',
    'ask-code for the letter',
    'sign',
    'upload',
    'decline',
    'void-letter',
    'reissue-letter',
    'wait',
    'extend',
    'hold',
    'withdraw',
    'recuse',
    'ask-link',
  ],
  'letter, verify': [
    'give-mandate',
    'verify',
    'return-letter',
    'void-letter',
    'reissue-letter',
    'wait',
    'extend',
    'hold',
    'withdraw',
    'recuse',
    'ask-link',
  ],
  'letter, countersign': [
    'give-mandate',
    'return-letter',
    'countersign',
    'void-letter',
    'reissue-letter',
    'wait',
    'extend',
    'hold',
    'withdraw',
    'recuse',
    'ask-link',
  ],
  'letter, seal': ['wait', 'hold', 'withdraw', 'recuse', 'ask-link'],
  'letter, void': ['give-mandate', 'issue-letter', 'wait', 'extend', 'hold', 'withdraw', 'recuse', 'ask-link'],
  'statement, draft': ['draft', 'waive-statement', 'wait', 'extend', 'hold', 'withdraw', 'recuse', 'ask-link'],
  'statement, confirm': [
    'ask-code for the words',
    'draft',
    'confirm',
    'change-words',
    'waive-statement',
    'wait',
    'extend',
    'hold',
    'withdraw',
    'recuse',
    'ask-link',
  ],
  'statement, approve': [
    'approve-words',
    'return-words',
    'waive-statement',
    'wait',
    'extend',
    'hold',
    'withdraw',
    'recuse',
    'ask-link',
  ],
  'statement, draft again': ['draft', 'waive-statement', 'wait', 'extend', 'hold', 'withdraw', 'recuse', 'ask-link'],
  'announcement, free': ['claim', 'waive-announcement', 'wait', 'extend', 'hold', 'withdraw', 'recuse', 'ask-link'],
  'announcement, claimed': ['release', 'wait', 'extend', 'withdraw', 'recuse', 'ask-link'],
  'announcement, held': ['wait', 'extend', 'recuse', 'ask-link'],
  'review, staff, on hold': ['resume', 'withdraw', 'recuse', 'ask-link'],
  'letter, sign, on hold': [
    'name-signatory',
    'set-signatories',
    'give-mandate',
    'choose-language',
    'resend',
    'ask-code for the letter',
    'sign',
    'upload',
    'decline',
    'resume',
    'withdraw',
    'recuse',
    'ask-link',
  ],
  'statement, confirm, on hold': [
    'ask-code for the words',
    'draft',
    'confirm',
    'change-words',
    'waive-statement',
    'resume',
    'withdraw',
    'recuse',
    'ask-link',
  ],
  'lapsed from review': ['extend', 'reopen', 'withdraw', 'recuse', 'ask-link'],
  'lapsed from the letter': ['extend', 'reopen', 'withdraw', 'recuse', 'ask-link'],
  declined: ['reopen', 'withdraw', 'recuse', 'ask-link'],
  'review, acceptance prepared': whilePrepared,
  'review, return prepared': whilePrepared,
  announced: [],
  waived: [],
  rejected: [],
  superseded: [],
  'withdrawn before the letter': [],
  'withdrawn as a member': [],
};

/** Why every other act is refused there, where it is not because of the stage alone. */
const otherwise: Partial<Record<Place, Partial<Record<ActName, Refusal>>>> = {
  'letter, sign': { settle: { code: 'no-such-flag' } },
  'letter, verify': { settle: { code: 'no-such-flag' } },
  'announcement, claimed': {
    claim: { code: 'claimed', announcement: 'spring' },
    'waive-announcement': { code: 'claimed', announcement: 'spring' },
    hold: { code: 'claimed', announcement: 'spring' },
  },
  'announcement, held': {
    claim: { code: 'publishing', announcement: 'spring' },
    release: { code: 'publishing', announcement: 'spring' },
    'waive-announcement': { code: 'publishing', announcement: 'spring' },
    withdraw: { code: 'publishing', announcement: 'spring' },
    hold: { code: 'publishing', announcement: 'spring' },
  },
};

const atThe: Record<Place, Refusal> = {
  'review, staff': { code: 'wrong-stage', stage: 'review' },
  'review, city': { code: 'wrong-stage', stage: 'review' },
  'letter, issue': { code: 'wrong-stage', stage: 'letter', step: 'issue' },
  'letter, sign': { code: 'wrong-stage', stage: 'letter', step: 'sign' },
  'letter, verify': { code: 'wrong-stage', stage: 'letter', step: 'verify' },
  'letter, countersign': { code: 'wrong-stage', stage: 'letter', step: 'countersign' },
  'letter, seal': { code: 'wrong-stage', stage: 'letter', step: 'seal' },
  'letter, void': { code: 'wrong-stage', stage: 'letter', step: 'void' },
  'statement, draft': { code: 'wrong-stage', stage: 'statement', step: 'draft' },
  'statement, confirm': { code: 'wrong-stage', stage: 'statement', step: 'confirm' },
  'statement, approve': { code: 'wrong-stage', stage: 'statement', step: 'approve' },
  'statement, draft again': { code: 'wrong-stage', stage: 'statement', step: 'draft' },
  'announcement, free': { code: 'wrong-stage', stage: 'announcement' },
  'announcement, claimed': { code: 'wrong-stage', stage: 'announcement' },
  'announcement, held': { code: 'wrong-stage', stage: 'announcement' },
  'review, staff, on hold': { code: 'wrong-stage', stage: 'review' },
  'letter, sign, on hold': { code: 'wrong-stage', stage: 'letter', step: 'sign' },
  'statement, confirm, on hold': { code: 'wrong-stage', stage: 'statement', step: 'confirm' },
  'lapsed from review': { code: 'wrong-stage', stage: 'lapsed' },
  'lapsed from the letter': { code: 'wrong-stage', stage: 'lapsed' },
  declined: { code: 'wrong-stage', stage: 'declined' },
  'review, acceptance prepared': { code: 'wrong-stage', stage: 'review' },
  'review, return prepared': { code: 'wrong-stage', stage: 'review' },
  announced: { code: 'ended', stage: 'announced' },
  waived: { code: 'ended', stage: 'waived' },
  rejected: { code: 'ended', stage: 'rejected' },
  superseded: { code: 'ended', stage: 'superseded' },
  'withdrawn before the letter': { code: 'ended', stage: 'withdrawn' },
  'withdrawn as a member': { code: 'ended', stage: 'withdrawn' },
};

/** What staff decide: it waits while the case is on hold, and the city's own acts do not. */
const staffs: ActName[] = [
  ...(['accept', 'return', 'reject', 'verify', 'return-letter', 'countersign', 'approve-words'] as const),
  ...(['return-words', 'claim', 'waive-announcement', 'wait', 'extend', 'hold'] as const),
  ...(['void-letter', 'issue-letter', 'reissue-letter', 'settle', 'tell', 'take-back', 'opinion'] as const),
];

/** Questions go either way while a case is open; who is a member, or nearly, is closed in favour of nobody. */
const wherever: ActName[] = ['ask-city', 'reply'];
const beforeMembership: Place[] = [
  ...(['review, staff', 'review, city', 'review, staff, on hold', 'letter, issue', 'letter, sign'] as const),
  ...(['letter, sign, on hold', 'letter, verify', 'letter, countersign', 'letter, void'] as const),
  ...(['lapsed from review', 'lapsed from the letter', 'declined'] as const),
];

function expectedAt(place: Place, name: ActName): Refusal | null {
  if (wherever.includes(name) && atThe[place].code !== 'ended') return null;
  if (name === 'supersede' && beforeMembership.includes(place)) return null;
  if (takes[place].includes(name)) return null;
  const { onHold } = places[place];
  if (onHold && staffs.includes(name)) return { code: 'on-hold', until: later };
  if (place in placesPending && name === 'hold') return { code: 'pending' };
  if (atThe[place].code !== 'ended' && (name === 'tell' || name === 'take-back')) return { code: 'nothing-pending' };
  if (!onHold && name === 'resume' && atThe[place].code !== 'ended') return { code: 'not-on-hold' };
  return otherwise[place]?.[name] ?? atThe[place];
}

const allPlaces = Object.keys(places) as Place[];
const allActs = Object.keys(acts) as ActName[];

test('The table below knows every decision that a person can take', () => {
  // Whether an announcement may wait for a city stands in gathered.test.ts.
  const known = [...allActs.map((name) => acts[name].decision.kind), 'gather'];
  expect(new Set(known)).toEqual(new Set(decisionKinds));
});

test.each(allPlaces)('At “%s” each act is either taken, or refused with exactly its reason', (place) => {
  const answers = Object.fromEntries(allActs.map((name) => [name, refusal(places[place], acts[name])]));
  const expected = Object.fromEntries(allActs.map((name) => [name, expectedAt(place, name)]));
  expect(answers).toEqual(expected);
});
