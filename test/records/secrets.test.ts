import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  checkedLetterOf,
  checkToken,
  codeDigits,
  isCode,
  linkIdOf,
  linkToken,
  openSecret,
} from '../../records/secrets.ts';
import { dataFolder } from '../support/data-folders.ts';

const secret = new Uint8Array(32).fill(7);
const another = new Uint8Array(32).fill(8);
const id = '5d41402abc4b2a76b9719d911017c592';

describe('The secret of an installation', () => {
  test('It is made once, of 32 bytes, and only its owner can read it', async () => {
    const folder = await dataFolder();
    const [first, again] = [await openSecret(folder), await openSecret(folder)];
    expect([first.length, Buffer.from(again).equals(first)]).toEqual([32, true]);
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
    expect(Buffer.from(await openSecret(await dataFolder())).equals(first)).toBe(false);
  });
});

test('Many who begin at once have the same whole secret, and leave nothing beside it', async () => {
  const folder = await dataFolder();
  const secrets = await Promise.all(Array.from({ length: 20 }, () => openSecret(folder)));
  expect(new Set(secrets.map((one) => Buffer.from(one).toString('hex'))).size).toBe(1);
  expect([secrets[0]?.length, await readdir(folder)]).toEqual([32, ['secret.key']]);
});

describe('A link', () => {
  const token = linkToken(secret, id);

  test('It is the same whenever it is derived, so that a mail that is sent again is the same', () => {
    expect(linkToken(secret, id)).toBe(token);
    expect(linkIdOf(secret, token)).toBe(id);
  });

  test('With any one sign of it changed, it lets nobody in', () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    const taken: string[] = [];
    for (let place = 0; place < token.length; place += 1)
      for (const sign of signs) {
        const changed = `${token.slice(0, place)}${sign}${token.slice(place + 1)}`;
        if (changed !== token && linkIdOf(secret, changed) !== null) taken.push(changed);
      }
    expect(taken).toEqual([]);
  });

  test('Cut short, made longer, of another installation or of another link, it lets nobody in', () => {
    const [, proof = ''] = token.split('.');
    const wrong = [
      '',
      '.',
      id,
      `${id}.`,
      `.${proof}`,
      token.slice(0, -1),
      `${token}A`,
      `${token}.`,
      `${token}.more`,
      `${token}=`,
      ` ${token}`,
      token.toUpperCase(),
      `${id}x.${proof}`,
      linkToken(another, id),
      `${id}.${codeDigits(secret, id)}`,
    ];
    expect(wrong.filter((one) => linkIdOf(secret, one) !== null)).toEqual([]);
  });

  test('Nothing that a stranger types is taken, and nothing makes it fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => linkIdOf(secret, typed) === null));
  });

  test('Two links have different proofs', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (one, other) => {
        expect(linkToken(secret, one) === linkToken(secret, other)).toBe(one === other);
      }),
    );
  });
});

describe('A code', () => {
  test('It has six digits, also when they begin with zeros', () => {
    const codes = Array.from({ length: 2000 }, (_, index) => codeDigits(secret, `code ${index}`));
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([]);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(1990);
  });

  test('Typed with spaces it is the same; any other digits are not', () => {
    const code = codeDigits(secret, id);
    expect(isCode(secret, id, ` ${code.slice(0, 3)} ${code.slice(3)}\n`)).toBe(true);
    const others = Array.from({ length: 1000 }, (_, step) =>
      String((Number(code) + step + 1) % 1_000_000).padStart(6, '0'),
    );
    expect(others.filter((one) => isCode(secret, id, one))).toEqual([]);
    const strange = ['', code.slice(1), `${code}0`, `0${code}`, `-${code}`, '٠١٢٣٤٥'];
    expect(strange.filter((one) => isCode(secret, id, one))).toEqual([]);
  });

  test('It belongs to one id and one installation', () => {
    const code = codeDigits(secret, id);
    expect([isCode(secret, `${id}2`, code), isCode(another, id, code)]).toEqual([false, false]);
  });
});

describe('The code that is printed on a letter', () => {
  const printed = checkToken(secret, 'tr-camliova.1', 2);

  test('It says which letter of which case it was printed on', () => {
    expect(checkedLetterOf(secret, printed)).toEqual({ case: 'tr-camliova.1', letter: 2, as: 'issued' });
    const sealed = checkToken(secret, 'tr-camliova.1', 2, 'sealed');
    expect(checkedLetterOf(secret, sealed)).toEqual({ case: 'tr-camliova.1', letter: 2, as: 'sealed' });
    expect(printed).toMatch(/^tr-camliova\.1\.2\.[\w-]{20}$/);
  });

  test('Changed, of another letter or of another installation it says nothing', () => {
    const proof = printed.slice('tr-camliova.1.2.'.length);
    const wrong = [
      `tr-camliova.1.3.${proof}`,
      `tr-lakowiec.1.2.${proof}`,
      `tr-camliova.1.2s.${proof}`,
      `tr-camliova.1.02.${proof}`,
      printed.toUpperCase(),
      printed.slice(0, -1),
      `${printed}A`,
      checkToken(another, 'tr-camliova.1', 2),
      linkToken(secret, 'tr-camliova.1.2'),
    ];
    expect(wrong.filter((one) => checkedLetterOf(secret, one) !== null)).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => checkedLetterOf(secret, typed) === null),
    );
  });
});
