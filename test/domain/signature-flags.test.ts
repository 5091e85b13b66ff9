import { expect, test } from '@jest/globals';
import { flagKinds } from '../../domain/onboarding/flags.ts';
import { type SignatureKnown, type SignatureSaid, signatureFlags } from '../../domain/signature-flags.ts';

const said: SignatureSaid = {
  name: 'Defne Ardıç',
  title: 'Mayor of Çamlıova',
  capacity: 'office-holder',
  signedOn: '2027-03-02',
};
const known: SignatureKnown = {
  signatory: {
    name: 'Defne Ardıç',
    title: 'Mayor of Çamlıova',
    termStart: '2024-04-08',
    termEnd: '2029-04-07',
    proven: false,
  },
  mandate: {
    kind: 'council-decision',
    decidedOn: '2027-02-10',
    effectiveOn: '2027-02-20',
    reference: '2027/4',
    textSha256: 'a'.repeat(64),
  },
  letter: { day: '2027-02-18', textSha256: 'a'.repeat(64) },
};

const saying = (change: Partial<SignatureSaid>) => signatureFlags({ ...said, ...change }, known);
const knowing = (change: Partial<SignatureKnown>) => signatureFlags(said, { ...known, ...change });

test('a signature by the named mayor, in office, under a decision in force on this very text has nothing to look at', () => {
  expect(signatureFlags(said, known)).toEqual([]);
  expect(saying({ name: 'DEFNE  ARDIÇ', title: 'mayor of çamlıova' })).toEqual([]);
});

test.each([
  ['another person signs', { name: 'Deniz Kaya' }, ['person']],
  ['the mayor signs under another title', { title: 'Governor' }, ['office']],
  ['a deputy signs and nothing proves that they may', { capacity: 'delegate' }, ['proof']],
  ['it is signed on the last day of the term', { signedOn: '2029-04-07' }, []],
  ['it is signed the day after the term has ended', { signedOn: '2029-04-08' }, ['term']],
  ['it is signed the day before the decision is in force', { signedOn: '2027-02-19' }, ['not-in-force']],
  ['it is signed on the day on which the decision comes into force', { signedOn: '2027-02-20' }, []],
  ['it is dated before the letter', { signedOn: '2027-02-17' }, ['not-in-force', 'early']],
  [
    'it is signed before anybody had decided, or was in office',
    { signedOn: '2024-01-01' },
    ['term', 'mandate', 'early'],
  ],
] as const)('where %s, that is what is looked at', (_, change, flags) => {
  expect(saying(change)).toEqual(flags);
});

test('a paper that proves a delegation settles the question who may sign', () => {
  const signatory = { ...known.signatory, proven: true };
  expect(signatureFlags({ ...said, capacity: 'acting' }, { ...known, signatory })).toEqual([]);
});

test('a council that approved another text is found, and one that has not said which is not', () => {
  expect(knowing({ mandate: { ...known.mandate, textSha256: 'b'.repeat(64) } })).toEqual(['text']);
  const { textSha256: _textSha256, ...mandate } = known.mandate;
  expect(knowing({ mandate })).toEqual([]);
  expect(knowing({ letter: { day: known.letter.day } })).toEqual([]);
});

test('a term of which nobody knows the days is not held against anybody', () => {
  const { termStart: _start, termEnd: _end, ...signatory } = known.signatory;
  expect(signatureFlags({ ...said, signedOn: '2035-01-01' }, { ...known, signatory })).toEqual([]);
});

test('the records can find every kind of flag but the two that only the file shows', () => {
  const everything = signatureFlags(
    { name: 'X', title: 'Y', capacity: 'delegate', signedOn: '2027-02-15' },
    {
      ...known,
      signatory: { ...known.signatory, termStart: '2027-03-01' },
      mandate: { ...known.mandate, textSha256: 'c'.repeat(64) },
    },
  );
  const undecided = saying({ signedOn: '2027-02-01' });
  expect([...new Set([...everything, ...undecided])].toSorted()).toEqual(
    flagKinds.filter((kind) => kind !== 'bytes' && kind !== 'level').toSorted(),
  );
});
