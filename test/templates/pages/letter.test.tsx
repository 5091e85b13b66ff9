/** @jsxImportSource hono/jsx */
import { expect, test } from '@jest/globals';
import { flagKinds } from '../../../domain/onboarding/flags.ts';
import type { Onboarding, Signature } from '../../../domain/onboarding/state.ts';
import { asDocument, type Frame } from '../../../templates/pages/frame.tsx';
import { Signatories, type SignatoryShown } from '../../../templates/pages/letter/signatories.tsx';
import { SignedPage } from '../../../templates/pages/letter/signed-page.tsx';
import { Papers } from '../../../templates/pages/papers.tsx';
import { wordsIn } from '../../../templates/pages/words.ts';
import { places } from '../../support/city-in-play.ts';

const words = wordsIn('en');
const frame: Frame = { words, network: { shortName: 'OASC', name: 'The network', email: 'join@oasc.example' } };
const at = '2027-03-02T09:00:00.000Z';
const three: SignatoryShown[] = [
  { name: 'Defne Ardıç', title: 'Mayor', order: 1, state: 'signed', at, how: 'scan' },
  { name: 'Zofia Wrzos', title: 'Treasurer', order: 2, state: 'asked', at: '2027-02-18T22:30:00.000Z' },
  { name: 'Lia Monteverde', title: 'Treasurer', order: 2, state: 'opened', at },
  { name: 'محمد الشكري', title: 'Secretary', order: 3, state: 'later' },
];

test('of several signatories each reads who has signed and how, whose turn it is since when, and who comes later', () => {
  const shown = asDocument(<Signatories words={words} signatories={three} zone="Europe/Istanbul" />);
  expect(
    [...shown.matchAll(/<strong><bdi>([^<]*)<.*?class="tag ([a-z]+)">([^<]*)/g)].map(([, ...rest]) => rest),
  ).toEqual([
    ['Defne Ardıç', 'completed', 'Came in on 2 March 2027, signed with a pen'],
    ['Zofia Wrzos', 'turn', 'Asked on 19 February 2027'],
    ['Lia Monteverde', 'turn', 'Opened on 2 March 2027'],
    ['محمد الشكري', 'later', 'Asked after the others'],
  ]);
});

function signedPage(city: Onboarding, flags: Signature['flags']): string {
  const signature: Signature = {
    signing: 'electronic',
    paper: 'p',
    sha256: 'a'.repeat(64),
    by: 'x',
    at,
    level: { claimed: 'SES', verified: 'SES' },
    flags,
  };
  return asDocument(
    <SignedPage
      frame={frame}
      here="/join/token"
      cityName="Çamlıova"
      city={city}
      zone="Europe/Istanbul"
      notice={null}
      signature={signature}
      pictures={0}
      signatories={[]}
      questions={{ questions: [], answers: new Map(), ask: null }}
    />,
  );
}

test('a signatory sees at once what staff will look at in the signature, and what would settle it', () => {
  const page = signedPage(places['letter, verify'], [
    { kind: 'proof' },
    { kind: 'early', settled: { by: 'ada', paper: 'q', at } },
  ]);
  expect([...page.matchAll(/<li><strong>([^<]*)<\/strong> ([^<]*)/g)].map(([, ...rest]) => rest)).toEqual([
    [
      'Somebody signed for the holder of the office, and we have no paper that says so.',
      'Send the delegation, or the decision that names who acts for the office.',
    ],
    ['The day of the signature is before the day of the letter.', 'Decided: this is in order.'],
  ]);
  expect(page).toContain('You need to do nothing now. We check the signed letter.');
});

test('a signature without a fault says nothing of faults, and who still waits for others is told to wait', () => {
  expect(signedPage(places['letter, verify'], [])).not.toContain(words.letter.looksAt);
  expect(signedPage(places['letter, sign'], [])).toContain(words.letter.signedWaits);
});

test('every fault that can be found has words that say what it is and what the city can do', () => {
  expect(Object.keys(words.flags).toSorted()).toEqual([...flagKinds].toSorted());
});

test('the papers of a letter stand with their kind and size', () => {
  const page = asDocument(
    <Papers
      words={words}
      here="/join/token"
      cityName="Çamlıova"
      letter={[
        { kind: 'as-signed', name: 'letter-as-signed-1.jpg', type: 'image/jpeg', size: 1_149_999 },
        { kind: 'issued', name: 'letter.pdf', type: 'application/pdf', size: 212_400 },
      ]}
      evidence
      agreed={null}
      article={null}
      withoutWords={false}
    />,
  );
  expect([...page.matchAll(/href="([^"]*)">([^<]*)<\/a> <span class="quiet">([^<]*)/g)].map(([, ...of]) => of)).toEqual(
    [
      ['/join/token/letter-as-signed-1.jpg', 'The Letter of Intent, as it came in', 'JPEG, 1.1 MB'],
      ['/join/token/letter.pdf', 'The Letter of Intent, as it was issued', 'PDF, 212 kB'],
      ['/join/token/evidence.zip', 'Everything that proves your letter, to be checked without us', 'ZIP'],
    ],
  );
});
