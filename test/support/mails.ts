import type { Deadline } from '../../domain/ids.ts';
import type { Network } from '../../domain/network.ts';
import type { Mail } from '../../templates/mails/mail.ts';

type Told<Kind extends Mail['kind']> = Extract<Mail, { kind: Kind }>;

const city = 'Çamlıova';
const link = 'https://join.towns.example/c/5JtqN3mYw8Zr';
const zone = 'Europe/Istanbul';
const fingerprint = '9c4107be55d2a01f3c77e61b20de94aa8b15f3029d6c41e7702ba9be1c05e830';
const reason =
  'The figure differs from the register you name: 41,940 people.\nCorrect it, or tell us why 44,000 is right.';
const by = fiveOClockOn('2027-03-05');

/** Mails of every kind, in every form that a kind has, to an invented town; a kind without an example does not compile. */
const examples: { [Kind in Mail['kind']]: Told<Kind>[] } = {
  'application-received': [
    {
      kind: 'application-received',
      city,
      reference: 'tr-camliova.1',
      at: '2027-02-02T10:12:00.000Z',
      zone,
      answerBy: fiveOClockOn('2027-02-09'),
      link,
    },
  ],
  'changes-wanted': [{ kind: 'changes-wanted', city, reason, reviewer: 'Ada Lindqvist', by, link }],
  'answers-received': [{ kind: 'answers-received', city, answerBy: fiveOClockOn('2027-02-12'), link }],
  rejected: [{ kind: 'rejected', city, reason, link }],
  superseded: [{ kind: 'superseded', city, reference: 'CAM-7K2P', link }],
  question: [
    {
      kind: 'question',
      city,
      question: 'Which council took the decision?\nWe found two.',
      asker: 'Ada Lindqvist',
      link,
    },
  ],
  reply: [
    {
      kind: 'reply',
      city,
      question: 'When does the letter come?',
      reply: 'By Friday.\nIt goes to the mayor.',
      replier: 'Ada Lindqvist',
      link,
    },
  ],
  withdrawn: [{ kind: 'withdrawn', city, link }],
  'letter-to-sign': [
    { kind: 'letter-to-sign', city, signatory: 'Defne Ardıç', title: 'Mayor', by, fingerprint, link, pages: 2 },
    { kind: 'letter-to-sign', city, signatory: 'Defne Ardıç', title: 'Mayor', by, fingerprint, link, pages: 1 },
    { kind: 'letter-to-sign', city, signatory: 'Defne Ardıç', title: 'Mayor', by, fingerprint: '[fingerprint]', link },
  ],
  'letter-returned': [{ kind: 'letter-returned', city, reason, by, link }],
  code: [codeFor('letter'), codeFor('words')],
  reminder: [
    ...(['answers', 'letter', 'statement', 'words'] as const).map((what) => reminderOf(what, 1)),
    reminderOf('letter', 3),
  ],
  lapsed: [
    { kind: 'lapsed', city, what: 'answers', link },
    { kind: 'lapsed', city, what: 'letter', link },
  ],
  'letter-void': [{ kind: 'letter-void', city, reason, link }],
  'letter-reissued': [{ kind: 'letter-reissued', city, reason, by, fingerprint, link, pages: 2 }],
  'runs-out': (['letter', 'others'] as const).map((what) => ({ kind: 'runs-out', city, what, by, link })),
  extended: (['answers', 'letter', 'statement', 'words', 'others'] as const).map((what) => ({
    kind: 'extended',
    city,
    what,
    by,
    link,
  })),
  'on-hold': [{ kind: 'on-hold', city, reason, until: by, link }],
  resumed: [
    { kind: 'resumed', city, waitsFor: 'city', by, link },
    { kind: 'resumed', city, waitsFor: 'staff', by, link },
  ],
  declined: [{ kind: 'declined', city, link }],
  member: [
    {
      kind: 'member',
      city,
      memberSince: '2027-03-03',
      statementBy: fiveOClockOn('2027-03-17'),
      link,
      statusLink: 'https://join.towns.example/c/8KxVb2Qp4Tjd',
    },
  ],
  'words-to-confirm': [{ kind: 'words-to-confirm', city, speaker: 'Defne Ardıç', by, link }],
  'words-returned': [{ kind: 'words-returned', city, reason, by, link }],
  'words-agreed': [{ kind: 'words-agreed', city, link }],
  waived: [
    { kind: 'waived', city, what: 'statement', link },
    { kind: 'waived', city, what: 'announcement', link },
  ],
  announced: [
    {
      kind: 'announced',
      city,
      title: 'Çamlıova and Łąkowiec Join the Network',
      address: 'https://towns.example/news/camliova-and-lakowiec-join-the-network',
      link,
    },
  ],
  'new-link': (['status', 'letter', 'statement', 'words'] as const).map((purpose) => ({
    kind: 'new-link',
    city,
    purpose,
    link,
    until: by,
  })),
};

export const everyMail: Mail[] = Object.values(examples).flat();

/** The first example of a kind. */
export function exampleOf<Kind extends Mail['kind']>(kind: Kind): Told<Kind> {
  const [first] = examples[kind];
  if (!first) throw new Error(`There is no example of a mail ${kind}.`);
  return first;
}

/** An invented network, and a reader in its towns. */
export const network: Network = {
  name: 'Network of Open Towns',
  shortName: 'NOT',
  zone: 'Europe/Helsinki',
  sender: { name: 'Network of Open Towns', email: 'join@towns.example' },
  about: 'A network of towns.',
  languages: ['en'],
  countryNames: {},
  closingHour: 17,
  linkDays: 60,
  undoMinutes: 0,
  codeMinutes: 10,
  review: { reviewers: 1 },
  days: {
    review: { city: { remind: [7], limit: 14 }, staff: { remind: [5], limit: 7 } },
    letter: { city: { remind: [7], limit: 30 }, staff: { remind: [2], limit: 5 } },
    statement: { city: { remind: [5], limit: 14 }, staff: { remind: [2], limit: 5 } },
    announcement: { staff: { remind: [20], limit: 30 } },
  },
  letter: {
    current: '2027-1',
    versions: [
      {
        version: '2027-1',
        texts: {
          en: {
            title: 'Letter of Intent',
            opening: 'We join.',
            commitments: ['to share'],
            closing: 'We may leave.',
          },
        },
      },
    ],
  },
  announcement: {
    title: { one: '{cities} Joins', other: '{cities} Join' },
    lead: { one: '{cities} has joined.', other: '{cities} have joined.' },
    withoutWords: '{city} in {country} has signed.',
    retracted: { title: 'Taken back: {title}', lead: 'This no longer holds.' },
  },
};

export const defne = { name: 'Defne Ardıç', email: 'defne.ardic@camliova.example', language: 'en' };

function codeFor(purpose: 'letter' | 'words'): Told<'code'> {
  return {
    kind: 'code',
    city,
    code: '409127',
    purpose,
    until: { at: '2027-03-01T07:52:00.000Z', zone },
    fingerprint,
    link,
  };
}

function reminderOf(what: Told<'reminder'>['what'], number: number): Told<'reminder'> {
  return { kind: 'reminder', city, what, by, number, of: 3, link };
}

/** 17:00 in Çamlıova. */
function fiveOClockOn(day: string): Deadline {
  return { at: `${day}T14:00:00.000Z`, zone };
}
