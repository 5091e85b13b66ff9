import { type FlagKind, openIn } from '../../../domain/onboarding/flags.ts';
import { type Field, reasonField, type Values } from '../form.ts';
import type { CaseFile, Me } from '../known.ts';
import { flagWords } from '../words/flags.ts';
import { type CaseContext, choice, cityReads, evidence, staffReads, until } from './fields.ts';

/** What follows from a decision, and what has to be said with it. */
export type CaseWords = {
  follows(context: CaseContext): string[];
  fields?(context: CaseContext): Field[];
  confirm?: true;
  more?(file: CaseFile, values: Values): Record<string, unknown>;
};

/** Every decision about a case; one that is not here asks for a reason. */
export const caseWords: Record<string, CaseWords> = {
  accept: {
    follows: ({ me }) => ["The Letter of Intent then goes to the mayor's office.", toldWhen(me)],
    fields: ({ file }) => [
      {
        ...staffReads(
          file.checks?.some(({ state }) => state === 'attention')
            ? 'A check is marked: why accept?'
            : 'A remark, if you like.',
        ),
        needed: file.checks?.some(({ state }) => state === 'attention') ?? false,
      },
      ...tellFields(file),
    ],
  },
  return: {
    follows: ({ me }) => [
      'The city changes its answers and sends them again; nothing has to be typed twice.',
      toldWhen(me),
    ],
    fields: ({ file }) => [cityReads('What should the city change?'), ...tellFields(file)],
  },
  reject: {
    follows: ({ me }) => ['The case is closed. The city may apply again.', toldWhen(me)],
    fields: ({ file }) => [cityReads('Why can it not be accepted?'), ...tellFields(file)],
  },
  tell: { follows: () => ['The city gets the mail that waits in the outbox, now.'], fields: () => [] },
  'take-back': {
    follows: () => ['Nothing is sent. The case waits for a decision again.'],
    fields: () => [{ ...staffReads('Why, if you like.'), needed: false }],
  },
  verify: {
    follows: ({ file }) => [
      `You have looked at who signed and by which mandate: fingerprint ${signedOf(file).slice(0, 8)}.`,
      'Another person countersigns; then the city is a member, from that day.',
    ],
    fields: () => [],
    more: (file) => ({ sha256: signedOf(file) }),
  },
  settle: {
    follows: () => ['You accept this point as it is. The reason stands in the certificate of the letter.'],
    fields: ({ file }) => [
      choice(
        'flag',
        'Which point?',
        Object.fromEntries(openFlagsOf(file).map(({ flag }) => [flag, flagWords[flag].says])),
      ),
      { ...reasonField, label: 'Why may it stay so? It is printed in the certificate.' },
    ],
    more: (file, { flag }) => ({ signatory: openFlagsOf(file).find((one) => one.flag === flag)?.person ?? '' }),
  },
  'return-letter': {
    follows: () => ['What was signed does not count. The city signs again, or sends another scan.'],
    fields: () => [cityReads('What is wrong with it?')],
  },
  countersign: {
    follows: ({ file }) => [
      `You sign for the network. ${file.summary.name} is a member from today.`,
      'The letter is sealed, and the mayor is asked for a statement. This cannot be taken back.',
    ],
    fields: () => [],
    confirm: true,
  },
  'approve-words': {
    follows: ({ file }) => [
      `You approve exactly these words: fingerprint ${wordsOf(file).slice(0, 8)}. A changed comma asks the mayor again.`,
      'Then the city can be announced.',
    ],
    fields: () => [],
    more: (file) => ({ sha256: wordsOf(file) }),
  },
  'return-words': {
    follows: () => ["The mayor's office changes the words; the mayor confirms them again."],
    fields: () => [cityReads('What should be changed?')],
  },
  'waive-statement': {
    follows: () => ['The city is announced without words of its mayor. It is a member either way.'],
    fields: () => [staffReads('Why go on without?')],
  },
  'waive-announcement': {
    follows: () => ['The city stays a member, and no announcement follows. The case is closed.'],
    fields: () => [staffReads('Why is it not announced?')],
    confirm: true,
  },
  wait: {
    follows: () => ['Whoever is waited for has until that day.'],
    fields: (c) => [until('Until when?', 14)(c), staffReads('Why?')],
  },
  extend: {
    follows: () => ['Whoever is waited for has until that day, and is told.'],
    fields: (c) => [until('Until when?', 14)(c), staffReads('Why?')],
  },
  hold: {
    follows: () => ['Reminders and deadlines stand still until that day, or until somebody goes on.'],
    fields: (c) => [until('On hold until when?', 30)(c), staffReads('Why?')],
  },
  resume: {
    follows: () => ['Deadlines run again, with the time that was left.'],
    fields: () => [{ ...staffReads('Why, if you like.'), needed: false }],
  },
  reopen: { follows: () => ['The case goes on where it stopped.'], fields: () => [staffReads('Why?')] },
  withdraw: {
    follows: () => [
      'You act for the city: the case is closed, also in an announcement that is not public yet.',
      'The city is told.',
    ],
    fields: () => [evidence, staffReads('How did the city say so, and why?')],
    confirm: true,
  },
  'void-letter': {
    follows: () => ['The letter that is out no longer counts.'],
    fields: () => [cityReads('Why?')],
    confirm: true,
  },
  'issue-letter': { follows: () => ['A letter is made and goes to whoever signs it.'], fields: () => [] },
  'reissue-letter': {
    follows: () => ['A new version goes out; signatures so far are void.'],
    fields: () => [cityReads('Why?')],
  },
  recuse: {
    follows: () => ['You decide nothing more about this case. This cannot be taken back.'],
    fields: () => [staffReads('Why?')],
  },
  opinion: {
    follows: () => ['The others see it once they gave their own.'],
    fields: () => [
      choice('verdict', 'Should it be accepted?', { for: 'yes', against: 'no', unsure: 'not sure' }),
      staffReads('Why?'),
    ],
  },
};

/** When the city is told, where the service can wait with it. */
function tellFields({ acts }: CaseFile): Field[] {
  if (!acts.some(({ kind }) => kind === 'tell')) return [];
  return [
    choice('tell', 'When is the city told?', {
      now: 'as soon as it can no longer be taken back',
      'when-released': 'when somebody here lets it out',
    }),
  ];
}

function toldWhen(me: Me | null): string {
  const minutes = me?.undoMinutes ?? 0;
  return minutes === 0
    ? 'The city gets a mail at once.'
    : `The city gets a mail in ${minutes} minutes; until then u takes it back.`;
}

/** What nobody has decided about the signatures under the letter, each with whose signature it is. */
function openFlagsOf({ view: { stage } }: CaseFile): { person: string; flag: FlagKind }[] {
  const signatories = stage.stage === 'letter' ? stage.signatories : [];
  return signatories.flatMap(({ person, signature }) =>
    signature ? openIn(signature).map((flag) => ({ person, flag })) : [],
  );
}

/** The fingerprint of what was signed last. */
function signedOf({ view: { stage } }: CaseFile): string {
  const signatories = stage.stage === 'letter' ? stage.signatories : [];
  return signatories.find(({ signature }) => signature)?.signature?.sha256 ?? '';
}

/** The fingerprint of the words that stand. */
function wordsOf({ view: { stage } }: CaseFile): string {
  return 'words' in stage && stage.words ? stage.words.sha256 : '';
}
