import { expect, test } from '@jest/globals';
import { country, language } from '../../domain/country.ts';
import { parsed } from '../../domain/problems.ts';
import { emailAddress, text, webAddress } from '../../domain/text.ts';

function taken(schema: { safeParse(written: string): { success: boolean } }, written: string[]): string[] {
  return written.filter((one) => schema.safeParse(one).success);
}

test('An address is that of one person, and can start no other header', () => {
  const right = ['office@town.example', 'first.last+oasc@mail.town.example', "o'neil@town.example"];
  const wrong = [
    'a@b.example\r\nBcc: x@y.example',
    'a@b.example\nBcc: x@y.example',
    'a@b.example\n',
    'A <a@b.example>',
    '<a@b.example>',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    'a@b.example c@d.example',
    '"a b"@town.example',
    'a(comment)@town.example',
    'a@@b.example',
    'a@b',
    '@town.example',
    'office@',
    ' a@b.example',
    'a\u0000@b.example',
    'a\u2028@b.example',
    '',
  ];
  expect(taken(emailAddress, [...right, ...wrong])).toEqual(right);
});

test('An address that is wrong in two ways is refused once', () => {
  expect(parsed(emailAddress, 'A <a@b>')).toEqual({
    ok: false,
    problems: [{ path: '', message: 'is not one e-mail address such as office@town.example' }],
  });
});

test('A web address leads to the web, openly: no script, no password, nothing that a page would take as its own', () => {
  const right = ['https://town.example', 'http://town.example/a?b=c#d', 'HTTPS://town.example', 'https://tówn.example'];
  const wrong = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'ftp://town.example',
    '//town.example',
    'town.example',
    'https:town.example',
    'https:/town.example',
    'https:\\\\town.example',
    'https://',
    'https://user@town.example',
    'https://:secret@town.example',
    'https://town.example/ x',
    'https://town.example/\nx',
    ' https://town.example',
    '',
  ];
  expect(taken(webAddress, [...right, ...wrong])).toEqual(right);
});

test('A text keeps markup, bidi and control characters; empty, half and too long ones are refused', () => {
  const kept = ['<script>', '\u202eabc', 'a\u0007b', '👍', ' a '];
  expect(taken(text(10), [...kept, '', ' ', '\n\t', '\ud800', 'a\udc00', 'x'.repeat(11)])).toEqual(kept);
});

test('Only line ends are made one kind', () => {
  expect(parsed(text(10), 'a\r\nb\rc\n')).toEqual({ ok: true, value: 'a\nb\nc\n' });
});

test('A text is counted after its line ends were made one kind', () => {
  expect(taken(text(3), ['a\r\nb', 'a\n\nb'])).toEqual(['a\r\nb']);
});

test('A country is one of ISO 3166-1 in capitals, or Kosovo', () => {
  expect(
    taken(country, ['TR', 'PL', 'FI', 'XK', 'GB', 'UK', 'EU', 'tr', 'Tr', 'ZZ', 'XX', 'TUR', '792', 'TR ', '']),
  ).toEqual(['TR', 'PL', 'FI', 'XK', 'GB']);
});

test('A language is a tag, not a name', () => {
  const right = ['tr', 'pt-BR', 'zh-Hant', 'fil'];
  expect(taken(language, [...right, 'english', 'Türkçe', 'tr_TR', 'tr-', 'x-klingon', 'a', 'tr\n', ''])).toEqual(right);
});
