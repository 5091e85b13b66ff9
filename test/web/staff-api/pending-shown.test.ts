import { expect, test } from '@jest/globals';
import type { PendingMail } from '../../../service/pending-decision.ts';
import { shownPending } from '../../../web/staff-api/pending-shown.ts';
import { network } from '../../support/mails.ts';

const to = { name: 'Defne Ardıç', email: 'defne.ardic@camliova.example', language: 'en' };
const by = { at: '2027-03-05T14:00:00.000Z', zone: 'Europe/Istanbul' };

function shownMail(mail: PendingMail) {
  const pending = { kind: 'return', by: 'ada', at: '2027-02-18T08:00:00.000Z', tell: 'when-released', mail } as const;
  return shownPending(pending, network).mail;
}

test('A decision that waits is shown with its mail word for word, and a placeholder where its link will be', () => {
  const frame = { to, city: 'Çamlıova' };
  const returned = shownMail({ ...frame, kind: 'changes-wanted', reason: 'Which year?', reviewer: 'Ada', by });
  expect([returned.to, returned.subject]).toEqual([to, 'Çamlıova: change your answers by 5 March']);
  expect(returned.text).toContain('Ada has read the application of Çamlıova and asks:\n\n“Which year?”');
  expect(returned.text.split('\n').filter((line) => line === '[link]')).toEqual(['[link]']);
  const rejected = shownMail({ ...frame, kind: 'rejected', reason: 'It is a company.' });
  expect(rejected.text).toContain('“It is a company.”');
});

test('What an acceptance sends is the letter, whose pages and fingerprint are known once it is made', () => {
  const mail = { to, city: 'Çamlıova', kind: 'letter-to-sign', signatory: 'Defne Ardıç', title: 'Mayor', by } as const;
  const { text } = shownMail(mail);
  expect(text).toContain('We count its pages when the letter is made. Defne Ardıç signs as Mayor');
  expect(text).toContain('Fingerprint of the letter: [fingerprint]');
});
