import { expect, test } from '@jest/globals';
import { formOf } from '../../../cli/screens/forms/form-of.ts';
import type { CaseFile } from '../../../cli/screens/known.ts';
import { letterLines } from '../../../cli/screens/view/letter-view.ts';
import type { Decision } from '../../../domain/onboarding/acts.ts';
import { acts, bruno, by, mayor, office, places, play } from '../../support/city-in-play.ts';
import { fileAt, may, openedAt } from './case-in-view.ts';

const flagged = { ...acts.upload.decision, flags: ['office', 'early'] } satisfies Decision;
const scanned = play(places['letter, sign'], by(office, flagged));
const papers = {
  [scanned.acts.at(-1)?.id ?? '']: {
    signatory: { name: 'Zofia Wrzos', title: 'Deputy Mayor', capacity: 'office-holder' },
    signedOn: '2027-02-27',
  },
};

/** The letter's part of the page, as text. */
function shown(file: CaseFile): string[] {
  return letterLines(openedAt(file), file).map((one) =>
    one
      .map((span) => (typeof span === 'string' ? span : span.text))
      .join('')
      .trimEnd(),
  );
}

test('Each thing in doubt about a signature has a line of its own, with what settles it', () => {
  const lines = shown(fileAt(scanned, [may('settle')], papers));
  expect(lines.filter((one) => one.startsWith(' !'))).toEqual([
    ' ! office           signed under another title than the record has: t accepts',
    ' ! early            dated before the letter: t accepts it with a reason, or ask',
  ]);
});

test('A scan is shown as signed by hand, never as an electronic signature', () => {
  const text = shown(fileAt(scanned, [], papers)).join('\n');
  expect([
    text.includes('Level claimed      signed by hand, no electronic signature'),
    text.includes('Level verified     hand-signed, not checked yet'),
    text.includes('SES'),
  ]).toEqual([true, true, false]);
});

test('What was accepted stands with who accepted it and why', () => {
  const settled = play(scanned, by(bruno, { kind: 'settle', signatory: mayor, flag: 'office', paper: 'why' }));
  const id = settled.acts.at(-1)?.id ?? '';
  const lines = shown(fileAt(settled, [], { ...papers, [id]: { reason: 'Both titles are used' } })).join(' ');
  expect(lines.replaceAll(/\s+/g, ' ')).toContain(
    '+ office signed under another title than the record has; accepted by Bruno: Both titles are used',
  );
});

test('To decide a point is to choose it, with a reason that is printed in the certificate', () => {
  const file = fileAt(scanned, [may('settle')], papers);
  const state = openedAt(file);
  const form = formOf(state, { act: 'settle', subject: { about: 'case', case: file.summary.id } });
  expect(form?.fields.map(({ name, options }) => [name, options?.map(({ value }) => value)])).toEqual([
    ['flag', ['office', 'early']],
    ['reason', undefined],
  ]);
  const sent = form?.send({ flag: 'early', reason: 'Signed on a draft' }, { id: 'act', version: 4 });
  expect(sent?.body).toEqual({
    id: 'act',
    version: 4,
    decision: { kind: 'settle', flag: 'early', reason: 'Signed on a draft', signatory: mayor },
  });
});

test('The letter goes again to whoever has not signed, and with a later day they have longer', () => {
  const file = fileAt(places['letter, sign'], []);
  const form = formOf(openedAt(file), { act: 'resend', subject: { about: 'case', case: file.summary.id } });
  const { timeZone } = file.application.authority;
  expect(form?.send({ signatory: mayor, until: '2027-04-15' }, { id: 'act', version: 3 })).toEqual({
    path: `/cases/${file.summary.id}/letter`,
    body: {
      act: {
        id: 'act',
        version: 3,
        decision: { kind: 'resend', signatory: mayor, until: `2027-04-15T17:00[${timeZone}]` },
      },
    },
    form: true,
  });
});

test('What differs from the record stands beside what the record says of whoever was named to sign', () => {
  const successor = { id: mayor, name: 'Lia Monteverde', title: 'Mayor' };
  const file = { ...fileAt(scanned, [], papers), people: [successor] } as CaseFile;
  expect(shown(file).join(' ').replaceAll(/\s+/g, ' ')).toContain(
    '! office signed under another title than the record has; the record says "Mayor": t accepts it with a reason',
  );
});
