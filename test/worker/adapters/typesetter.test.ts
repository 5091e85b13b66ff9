import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { sha256 } from '../../../domain/canonical.ts';
import { composeLetter, type TypesetDocument } from '../../../templates/letter.ts';
import { glyphsOf } from '../../../worker/adapters/glyphs.ts';
import { createTypesetter } from '../../../worker/adapters/typesetter.ts';
import { camliovasLetter } from '../../support/letters.ts';
import { factsOf, fontsOf, testWithPoppler, textOf } from '../../support/poppler.ts';

const typeset = createTypesetter();
const regular = readFileSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
);

test('The same letter gives the same bytes, twice in one process and again in a fresh one', () => {
  const first = sha256(typeset(composeLetter(camliovasLetter)));
  expect([sha256(typeset(composeLetter(camliovasLetter))), inFreshProcess(process.env)]).toEqual([first, first]);
});

test('A letter of another day has other bytes', () => {
  const later = typeset(composeLetter({ ...camliovasLetter, date: '2027-02-19' }));
  expect(sha256(later)).not.toBe(sha256(typeset(composeLetter(camliovasLetter))));
});

test('Another Noto Sans among the fonts of the machine changes nothing', () => {
  const home = mkdtempSync(join(tmpdir(), 'oasc-fonts-'));
  try {
    mkdirSync(join(home, '.local/share/fonts'), { recursive: true });
    writeFileSync(join(home, '.local/share/fonts/NotoSans-Regular.ttf'), withOtherWidths(regular));
    const here = sha256(typeset(composeLetter(camliovasLetter)));
    expect(inFreshProcess({ ...process.env, HOME: home, XDG_DATA_HOME: join(home, '.local/share') })).toBe(here);
  } finally {
    rmSync(home, { recursive: true });
  }
});

testWithPoppler('The PDF is tagged, of A4 size, and says its title, its author and the noon of its day', () => {
  const { Title, Author, CreationDate, Tagged, 'Page size': size } = factsOf(typeset(composeLetter(camliovasLetter)));
  expect({ Title, Author, CreationDate, Tagged, size }).toEqual({
    Title: 'Letter of Intent: Çamlıova Belediyesi, Network of Open Towns',
    Author: 'Network of Open Towns',
    CreationDate: 'Thu Feb 18 12:00:00 2027 UTC',
    Tagged: 'yes',
    size: '595.276 x 841.89 pts (A4)',
  });
});

test('The PDF claims to be PDF/A-2a, in the language of the letter', () => {
  const pdf = Buffer.from(typeset(composeLetter(camliovasLetter))).toString('latin1');
  const claim = /pdfaid:part>(\d)<.*pdfaid:conformance>(\w)</s.exec(pdf)?.slice(1);
  expect([claim, /\/Lang ?\((\w+)\)/.exec(pdf)?.[1]]).toEqual([['2', 'A'], 'en']);
});

testWithPoppler('Letters that Noto Sans lacks are printed by their numbers, in no other font', () => {
  const nativeName = 'مدينة 東浪 😀';
  const pdf = typeset(composeLetter({ ...camliovasLetter, authority: { ...camliovasLetter.authority, nativeName } }));
  const numbers = '<U+0645><U+062F><U+064A><U+0646><U+0629> <U+6771><U+6D6A> <U+1F600>';
  expect(textOf(pdf).split(numbers).length).toBe(2);
  expect(fontsOf(pdf)).toEqual(['NotoSans-Bold', 'NotoSans-Regular']);
});

test('Every character that the font holds, and the first of those that it lacks, can be typeset', () => {
  const held = [...glyphsOf(regular)];
  const letters = held.map((code) => `${String.fromCodePoint(code)} `).join('');
  const legalName = `${letters}\uffff\ufffe\ue000\ufeff\u0000`;
  expect([
    held.length,
    typeset(composeLetter({ ...camliovasLetter, authority: { ...camliovasLetter.authority, legalName } })).length > 0,
  ]).toEqual([3094, true]);
});

test.each([
  ['a stop', '#panic(sys.inputs.secret)', 'panicked with'],
  ['an assertion', '#assert(false, message: sys.inputs.secret)', 'assertion failed'],
  ['a missing key', '#(a: 1).at(sys.inputs.secret)', 'dictionary does not contain key'],
  ['a missing letter', '東', 'PDF/A-2a error: the text'],
])('After %s the error says what went wrong, and nothing of the data', (_what, source, reason) => {
  const document: TypesetDocument = {
    ...composeLetter(camliovasLetter),
    source: `#set document(title: "x", date: auto)\n#set text(font: "Noto Sans", fallback: false)\n${source}`,
    inputs: { secret: 'Defne Ardıç' },
  };
  expect(() => typeset(document)).toThrow(new Error(`the letter could not be typeset: ${reason}`));
});

test('After an error the next letter is typeset as before', () => {
  const before = sha256(typeset(composeLetter(camliovasLetter)));
  expect(() => typeset({ ...composeLetter(camliovasLetter), inputs: { letter: '{' } })).toThrow(
    /^the letter could not be typeset: /,
  );
  expect(sha256(typeset(composeLetter(camliovasLetter)))).toBe(before);
});

/** The hash of the same letter, made by a process of its own. */
function inFreshProcess(environment: NodeJS.ProcessEnv): string {
  const script = `
    import { sha256 } from './domain/canonical.ts';
    import { composeLetter } from './templates/letter.ts';
    import { createTypesetter } from './worker/adapters/typesetter.ts';
    import { camliovasLetter } from './test/support/letters.ts';
    process.stdout.write(sha256(createTypesetter()(composeLetter(camliovasLetter))));`;
  const { NODE_OPTIONS: _ofJest, ...plain } = environment;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8', env: plain });
}

/** The same font with every letter of another width, as another version of it could have. */
function withOtherWidths(font: Buffer): Buffer {
  const other = Buffer.from(font);
  const record = other.indexOf('hmtx', 0, 'latin1');
  const start = other.readUInt32BE(record + 8);
  return other.fill(4, start, start + other.readUInt32BE(record + 12));
}
