/** @jsxImportSource hono/jsx */
import { expect, test } from '@jest/globals';
import type { Onboarding, Stage } from '../../../domain/onboarding/state.ts';
import { ConfirmPage } from '../../../templates/pages/confirm-page.tsx';
import { exact } from '../../../templates/pages/exact-words.tsx';
import { asDocument, type Frame } from '../../../templates/pages/frame.tsx';
import { stageStates } from '../../../templates/pages/stages.ts';
import { StatusPage } from '../../../templates/pages/status-page.tsx';
import { wordsIn } from '../../../templates/pages/words.ts';
import { aStatement } from '../../support/portal-inputs.ts';

const words = wordsIn('en');
const frame: Frame = { words, network: { shortName: 'OASC', name: 'The network', email: 'join@oasc.example' } };
const form = () => ({ id: 'a-form', values: new Map<string, string>(), problems: [] });
const member = {
  application: 'p',
  memberSince: '2027-03-03',
  letter: { version: '1', sha256: 'a'.repeat(64), pages: 2, issuedAt: '2027-02-18T10:00:00.000Z' },
  signatures: [],
  finalSha256: 'b'.repeat(64),
};
const review: Stage = { stage: 'review', waitsFor: 'staff', round: 1, application: 'p' };

function cityAt(stage: Stage, acts: Onboarding['acts'] = []): Onboarding {
  return {
    case: 'tr-camliova.1',
    city: 'tr-camliova',
    country: 'TR',
    version: 2,
    changed: 2,
    stage,
    due: { at: '2027-03-05T14:00:00.000Z', zone: 'Europe/Istanbul' },
    overdue: false,
    acts,
  };
}

const noQuestions = { questions: [], answers: new Map(), ask: null };

function statusOf(city: Onboarding, more: { cityName?: string; reason?: string } = {}): string {
  const answer =
    more.reason === undefined
      ? null
      : { state: form(), rows: { contacts: 1, claims: 1, identifiers: 1 }, reason: more.reason };
  return asDocument(
    <StatusPage
      frame={frame}
      here="/join/token"
      cityName={more.cityName ?? 'Çamlıova'}
      reference="CAM-4Q7T"
      zone="Europe/Istanbul"
      city={city}
      notice={null}
      papers={{ letter: [], evidence: false, agreed: null, article: null }}
      signatories={[]}
      several={null}
      answer={answer}
      questions={noQuestions}
      withdraw={form()}
    />,
  );
}

test('the page of a city says whose turn it is, what to do, and by when in the city’s own time', () => {
  const page = statusOf(cityAt({ ...review, waitsFor: 'city' }), { reason: 'Which register?' });
  expect(page).toContain('<h1>Çamlıova: your turn</h1>');
  expect(page).toContain('<strong>Send them by Friday 5 March 2027, 17:00 (Istanbul time).</strong>');
  expect(page).toContain('<p>Which register?</p>');
  expect([...page.matchAll(/<form id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['answer', 'withdraw']);
});

test('what happened is told with the newest first, and without what is nobody’s business', () => {
  const at = '2027-02-08T09:00:00.000Z';
  const page = statusOf(
    cityAt(review, [
      { id: '1', actor: 'x', at: '2027-02-02T21:30:00.000Z', kind: 'applied', paper: 'p' },
      { id: '2', actor: 'x', at, kind: 'return', paper: 'q' },
      { id: '3', actor: 'x', at, kind: 'held', announcement: 'a' },
    ]),
  );
  expect(
    [...page.matchAll(/<span class="quiet">([^<]*)<\/span> <span>([^<]*)/g)].map(([, on, what]) => [on, what]),
  ).toEqual([
    ['8 February 2027', 'We asked you to change your answers'],
    ['3 February 2027', 'You applied'],
  ]);
});

test('a case on hold says so, until when, and that no day passes meanwhile', () => {
  const until = { at: '2027-06-06T15:00:00.000Z', zone: 'Europe/Istanbul' };
  const city = { ...cityAt(review), onHold: { since: '2027-03-01T09:00:00.000Z', until } };
  const page = statusOf(city);
  expect(page).toContain('<h1>Çamlıova: on hold</h1>');
  expect(page).toContain('<strong>On hold until Sunday 6 June 2027, 18:00 (Istanbul time).</strong>');
  expect(stageStates(city)).toEqual(['completed', 'hold', 'later', 'later', 'later']);
});

test('a hostile name and a hostile reason are shown, and do nothing', () => {
  const hostile = '</title><script>alert(1)</script>\u202e"onload="x';
  const page = statusOf(cityAt({ ...review, waitsFor: 'city' }), { cityName: hostile, reason: hostile });
  expect(page).not.toContain('<script');
  expect(page).not.toContain('\u202e');
  expect(page.match(/&lt;script&gt;alert\(1\)&lt;\/script&gt;&lt;U\+202E&gt;/g)).not.toBeNull();
});

test('the words to confirm stand there letter for letter, with only hidden signs written out', () => {
  expect(exact(' Two  spaces,\n\ta line\u00a0end\u202e and <b> stay.\u0007')).toBe(
    ' Two  spaces,\n\ta line\u00a0end<U+202E> and <b> stay.<U+0007>',
  );
  const state = form();
  const page = asDocument(
    <ConfirmPage
      frame={frame}
      here="/join/token"
      cityName="Çamlıova"
      city={cityAt({ stage: 'statement', step: 'draft', member })}
      notice={null}
      statement={aStatement}
      sha256={'c'.repeat(64)}
      email="mayor@camliova.example"
      codeMinutes={10}
      codeSent={false}
      forms={{ 'ask-code': state, confirm: state, 'change-words': state, 'waive-statement': state }}
    />,
  );
  expect(/<div class="exact">(.*?)<\/div>/s.exec(page)?.[1]).toBe(
    '<h2 dir="auto">Çamlıova: lamps that explain themselves</h2>' +
      '<p dir="auto">Mayor Defne Ardıç says: <q lang="en" dir="auto">A sensor on a lamp post should say what it measures, and for whom.</q> The town has 84,000 residents.</p>' +
      '<blockquote lang="en" dir="auto"><p>We share what works, and we say so when something fails.</p><p class="hint">From a speech: Opening of the council year</p></blockquote>',
  );
  expect([...page.matchAll(/<form id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
    'ask-code',
    'confirm',
    'change-words',
    'waive-statement',
  ]);
});

test.each([
  [false, 'Yes, send me a code'],
  [true, 'Send me another code'],
])(
  'three answers of equal rank stand open before whoever is asked for their words; code sent: %s',
  (codeSent, first) => {
    const state = form();
    const page = asDocument(
      <ConfirmPage
        frame={frame}
        here="/join/token"
        cityName="Çamlıova"
        city={cityAt({ stage: 'statement', step: 'draft', member })}
        notice={null}
        statement={aStatement}
        sha256={'c'.repeat(64)}
        email="mayor@camliova.example"
        codeMinutes={10}
        codeSent={codeSent}
        forms={{ 'ask-code': state, confirm: state, 'change-words': state, 'waive-statement': state }}
      />,
    );
    const open = page.replace(/<details.*?<\/details>/gs, '');
    expect([...open.matchAll(/<section class="answer"><h2>([^<]*)/g)].map(([, title]) => title)).toEqual([
      'Yes, these are my words',
      'No, I want to change them',
      'No quote from me',
    ]);
    expect([...open.matchAll(/<button type="submit"(?! class="first")[^>]*>([^<]*)/g)].map(([, name]) => name)).toEqual(
      [first, ...(codeSent ? ['Confirm these words'] : []), 'Ask for a change', 'No quote from me'],
    );
  },
);

const paper = { paper: 'p', sha256: 'c'.repeat(64), draftedBy: 'x', speaker: 'y' };
const toSign: Extract<Stage, { step: 'sign' }> = {
  stage: 'letter',
  step: 'sign',
  application: 'p',
  signatories: [],
  letter: member.letter,
};
const stages: [string, Stage, string][] = [
  ['read by us', review, 'completed waiting later later later'],
  ['back with the city', { ...review, waitsFor: 'city' }, 'completed turn later later later'],
  ['to be signed', toSign, 'completed completed turn later later'],
  ['signed', { ...toSign, step: 'verify' }, 'completed completed waiting later later'],
  ['without words yet', { stage: 'statement', step: 'draft', member }, 'completed completed completed turn later'],
  [
    'with words to approve',
    { stage: 'statement', step: 'approve', member, words: paper },
    'completed completed completed waiting later',
  ],
  [
    'in an announcement',
    { stage: 'announcement', member, words: null, claim: { kind: 'claimed', announcement: 'a' } },
    'completed completed completed completed progress',
  ],
  [
    'announced',
    { stage: 'announced', member, words: null, announcement: 'a' },
    'completed completed completed completed completed',
  ],
  ['resting unsigned', { stage: 'lapsed', from: toSign }, 'completed completed problem later later'],
  ['rejected', { stage: 'rejected' }, 'completed problem closed closed closed'],
  ['withdrawn as a member', { stage: 'withdrawn', member }, 'completed completed completed closed closed'],
];

test.each(stages)('the five stages of a city that is %s', (_, stage, states) => {
  expect(stageStates(cityAt(stage)).join(' ')).toBe(states);
});

test('no page praises, begs or shouts, and none blames whoever reads it', () => {
  const sentences = stringsIn(words);
  expect(sentences.length).toBeGreaterThan(200);
  expect(sentences.filter((one) => /please|sorry|oops|invalid|!/i.test(one))).toEqual([]);
});

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
