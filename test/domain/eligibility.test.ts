import { expect, test } from '@jest/globals';
import type { Application } from '../../domain/application.ts';
import { type Check, eligibilityChecks } from '../../domain/eligibility.ts';
import { checkWords } from '../../templates/check-words.ts';
import { anApplication } from '../support/portal-inputs.ts';

const on: Parameters<typeof eligibilityChecks>[1] = { today: '2027-03-02', rejected: null };

/** What a check says of an application that is right but for this. */
function checked(id: Check['id'], change: (application: Application) => void, when = on): [string, string] {
  const application = structuredClone(anApplication);
  change(application);
  const found = eligibilityChecks(application, when).find((check) => check.id === id);
  return found ? [found.state, checkWords(found)] : ['absent', ''];
}

test('An application with nothing wrong has nothing at attention, and each check says what it saw', () => {
  const checks = eligibilityChecks(anApplication, on);
  expect(checks.map(({ id, state }) => [id, state])).toEqual([
    ['mandate', 'ok'],
    ['term', 'unknown'],
    ['signing-address', 'ok'],
    ['mail-domain', 'ok'],
    ['zone', 'ok'],
    ['population', 'ok'],
    ['body', 'ok'],
    ['evidence', 'ok'],
  ]);
  for (const check of checks) expect(checkWords(check)).toMatch(/^[A-Z][^{}]+\.$/);
});

test.each<[string, Check['id'], (application: Application) => void, string, string]>([
  [
    'a decision that is not in force yet',
    'mandate',
    ({ mandate }) => void (mandate.effectiveOn = '2027-03-03'),
    'attention',
    '3 March 2027',
  ],
  [
    'a decision in force before it was taken',
    'mandate',
    ({ mandate }) => void (mandate.decidedOn = '2026-02-01'),
    'attention',
    '1 February 2026',
  ],
  [
    'a term that ends before a letter could come back',
    'term',
    ({ officeHolder }) => void (officeHolder.termEnd = '2027-04-30'),
    'attention',
    '30 April 2027',
  ],
  [
    'a term with time enough',
    'term',
    ({ officeHolder }) => void (officeHolder.termEnd = '2027-05-01'),
    'ok',
    '1 May 2027',
  ],
  [
    'a mayor with the main contact’s address',
    'signing-address',
    ({ officeHolder }) => void (officeHolder.email = 'D.Kaya@camliova.example'),
    'attention',
    '(main)',
  ],
  [
    'a mayor with the office’s address',
    'signing-address',
    ({ officeHolder }) => void (officeHolder.email = 'office@camliova.example'),
    'unknown',
    'office',
  ],
  [
    'a contact with a free address',
    'mail-domain',
    ({ contacts: [main] }) => void (main && (main.email = 'kaya@gmail.com')),
    'attention',
    'gmail.com',
  ],
  [
    'a contact of another organisation',
    'mail-domain',
    ({ contacts: [main] }) => void (main && (main.email = 'kaya@agency.example')),
    'unknown',
    'agency.example',
  ],
  [
    'a contact below the city’s domain',
    'mail-domain',
    ({ contacts: [main] }) => void (main && (main.email = 'kaya@data.camliova.example')),
    'ok',
    'own domain',
  ],
  [
    'a zone of another country',
    'zone',
    ({ authority }) => void (authority.timeZone = 'Europe/Lisbon'),
    'attention',
    'Europe/Lisbon',
  ],
  ['an old name of the right zone', 'zone', ({ authority }) => void (authority.timeZone = 'Turkey'), 'ok', 'time zone'],
  [
    'a figure of eleven years ago',
    'population',
    ({ authority }) => void (authority.population.asOf = '2016-01'),
    'attention',
    '2016-01',
  ],
  [
    'a figure of six years ago',
    'population',
    ({ authority }) => void (authority.population.asOf = '2021'),
    'unknown',
    '2021',
  ],
  ['two towns in one', 'body', ({ authority }) => void (authority.kind = 'joint'), 'attention', 'which of them'],
  [
    'a fact without evidence',
    'evidence',
    ({ claims }) => void claims.push({ text: 'We have a map' }),
    'unknown',
    '1 of 2',
  ],
])('%s is seen', (_, id, change, state, words) => {
  const [found, sentence] = checked(id, change);
  expect([found, sentence.includes(words)]).toEqual([state, true]);
});

test('A city that was rejected before is read with that case in hand', () => {
  const again = { today: '2027-03-02', rejected: 'tr-camliova.1' };
  expect(checked('earlier', () => {}, again)).toEqual([
    'attention',
    'An earlier application was rejected (tr-camliova.1): read why.',
  ]);
  expect(checked('earlier', () => {})).toEqual(['absent', '']);
});
