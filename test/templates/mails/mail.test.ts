import { expect, test } from '@jest/globals';
import { composeMail, type Mail } from '../../../templates/mails/mail.ts';
import { deadlineTimeWords, deadlineWords } from '../../../templates/time-words.ts';
import { defne, everyMail, exampleOf, network } from '../../support/mails.ts';
import { readText } from '../../support/read-text.ts';

const composed = (mail: Mail) => composeMail(mail, { network, to: defne });
const signsIn = (text: string) => [...new Intl.Segmenter('en').segment(text)].length;
const bodyOf = (text: string) => text.slice(0, text.indexOf('\n\n-- \n'));
const named = everyMail.map((mail) => ['what' in mail ? `${mail.kind}, ${mail.what}` : mail.kind, mail] as const);

test('The mail with the letter says what to do, by when, and what else is possible', () => {
  expect(composed(exampleOf('letter-to-sign'))).toEqual({
    subject: 'Çamlıova: read and sign the letter by 5 March',
    text: `Read and sign the Letter of Intent by Friday 5 March 2027, 17:00 (Istanbul time):

https://join.towns.example/c/5JtqN3mYw8Zr

The letter has 2 pages. Defne Ardıç signs as Mayor, with a code that we send to this address. It takes about 10 minutes.

On the same page you can name somebody else to sign, upload a scan of the letter signed by pen, or decline. Opening the link signs nothing.

Waiting for a council or an election? Answer this mail and name the day. After 5 March the letter rests, and nothing is lost.

Fingerprint of the letter: 9c41 07be ... e830

-- 
This mail is for Defne Ardıç, named to us as a contact of Çamlıova. Not you? Answer this mail: a person reads it.
Network of Open Towns, join@towns.example
`,
    html: expect.stringMatching(/^<!doctype html>/),
  });
});

test('The mail with the code has the code on a line of its own, in threes', () => {
  expect(
    bodyOf(composed(exampleOf('code')).text)
      .split('\n\n')
      .slice(0, 3),
  ).toEqual([
    'To sign the letter, type this code by 10:52 (Istanbul time):',
    '409 127',
    'It works once, and only for the letter with the fingerprint 9c41 07be ... e830.',
  ]);
});

test('A reason stands in quotation marks, with its paragraphs', () => {
  expect(
    bodyOf(composed(exampleOf('changes-wanted')).text),
  ).toBe(`Change your answers by Friday 5 March 2027, 17:00 (Istanbul time):

https://join.towns.example/c/5JtqN3mYw8Zr

Ada Lindqvist has read the application of Çamlıova and asks:

“The figure differs from the register you name: 41,940 people.
Correct it, or tell us why 44,000 is right.”

Everything else is kept, and you need not type it again.

After 5 March the application rests. That is not a refusal, and nothing is lost. If you need more time, answer this mail.`);
});

test('Each reminder says which one it is, and the last says so', () => {
  const lastLine = (number: number) =>
    bodyOf(composed({ ...exampleOf('reminder'), number, of: 3 }).text)
      .split('\n\n')
      .at(-1);
  expect([1, 2, 3].map(lastLine)).toEqual([
    'This is reminder 1 of 3.',
    'This is reminder 2 of 3.',
    'This is the last reminder.',
  ]);
});

test.each(named)('Subject, length and links of a mail keep the rules: %s', (_name, mail) => {
  const { subject, text } = composed(mail);
  const body = bodyOf(text);
  expect(subject.startsWith('Çamlıova')).toBe(true);
  expect(signsIn(subject)).toBeLessThanOrEqual(60);
  expect(body.split(/\s+/).length).toBeLessThanOrEqual(110);
  expect(body.split('\n').filter((line) => line === mail.link)).toEqual([mail.link]);
  expect(text).not.toMatch(/!|\bplease\b|\bsorry\b|\binvalid\b|\boops\b|[{}]|undefined/i);
});

test.each(named)('The first sentence of a mail says what to do, and by when: %s', (_name, mail) => {
  const [first = ''] = bodyOf(composed(mail).text).split('\n\n');
  const due = ['by', 'answerBy', 'statementBy'].flatMap((name) => {
    const deadline = Reflect.get(mail, name);
    return deadline ? [deadlineWords(deadline, 'en')] : [];
  });
  if (mail.kind === 'code') due.push(deadlineTimeWords(mail.until, 'en'));
  if (mail.kind === 'new-link') due.push(deadlineWords(mail.until, 'en'));
  if (due.length > 0) expect(due.filter((words) => first.includes(` by ${words}`))).toEqual(due);
  else
    expect(first).toMatch(
      /^(You need to do nothing|Answer this mail when|Answer our question here, when you can|Network of Open Towns cannot accept)/,
    );
  expect(first.split(/\s+/).length).toBeLessThanOrEqual(25);
});

test.each(named)('A mail says the same as text and as HTML: %s', (_name, mail) => {
  const { text, html } = composed(mail);
  expect(readText(html)).toEqual(text.split(/\n+/).filter((line) => line !== '' && line !== '-- '));
});

test('A new link says which page it opens', () => {
  const first = everyMail.flatMap((mail) =>
    mail.kind === 'new-link' ? bodyOf(composed(mail).text).split(',')[0] : [],
  );
  expect(first).toEqual([
    'To see where Çamlıova stands',
    'To read and sign the Letter of Intent',
    'To send us the mayor’s words',
    'To answer whether the words are yours',
  ]);
});

test('A longest usual name and the longest month leave the subject within 60 characters', () => {
  const late = { at: '2027-09-30T14:00:00.000Z', zone: 'Europe/Istanbul' };
  const longest = everyMail.map((mail) =>
    signsIn(composed({ ...mail, city: 'Öğretmenköy 1', ...('by' in mail ? { by: late } : {}) }).subject),
  );
  expect(Math.max(...longest)).toBe(60);
});

test('Whoever reads another language gets English for as long as it has no catalogue', () => {
  const mail = exampleOf('member');
  expect(composeMail(mail, { network, to: { ...defne, language: 'tr' } })).toEqual(composed(mail));
});

test('In the copy that staff see, placeholders stand for the link and the code', () => {
  const { text, html } = composed({ ...exampleOf('code'), code: '[code]', link: '[link]' });
  expect(text.split('\n\n').filter((line) => line.startsWith('['))).toEqual(['[code]', '[link]']);
  expect(html).not.toContain('href');
});
