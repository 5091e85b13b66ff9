import { cp, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readInputFolder } from '../../cli/demo/input-folder.ts';
import { uploadRefused } from '../../domain/upload-refused.ts';
import { imageType } from '../../service/planning.ts';
import { createInspector } from '../../worker/adapters/inspection/inspector.ts';
import { changeJson, inputFolder } from '../support/input-folders.ts';

const inspector = createInspector();
const checks = {
  image: async (file: Uint8Array) => (await imageType(true, file)).why ?? null,
  scan: async (file: Uint8Array) => {
    const found = await inspector.inspect(file, '2027-03-02T09:00:00.000Z');
    return found.kind === 'refused' ? uploadRefused[found.why] : null;
  },
};

/** Every problem of a folder in one line each; empty where it can be played. */
async function problemsOf(folder: string): Promise<string[]> {
  const read = await readInputFolder(folder, checks);
  return read.ok ? [] : read.problems.map(({ file, path, message }) => `${file} | ${path} | ${message}`);
}

const application = 'cities/camliova/application.json';
const letter = 'cities/lakowiec/letter.json';

test('the sample can be played, also when a program has put a mark before its text, and tools a folder of theirs beside it', async () => {
  const folder = await inputFolder();
  await writeFile(join(folder, 'announcement.json'), '\uFEFF{"cities":["pl-lakowiec"],"author":{"name":"Ada"}}');
  await mkdir(join(folder, 'cities', '.tools'));
  await writeFile(join(folder, 'cities', 'notes.txt'), 'not a city');
  expect(await problemsOf(folder)).toEqual([]);
});

test('a city’s folder may stand elsewhere, behind a link', async () => {
  const folder = await inputFolder();
  await rename(join(folder, 'cities/lakowiec'), join(folder, 'elsewhere'));
  await symlink('../elsewhere', join(folder, 'cities/lakowiec'));
  expect(await problemsOf(folder)).toEqual([]);
});

test('files that are missing, no JSON, no text, or no files are each named', async () => {
  const folder = await inputFolder();
  await writeFile(join(folder, 'announcement.json'), '{"cities": [,]}');
  await rm(join(folder, application));
  await rm(join(folder, letter));
  await mkdir(join(folder, letter));
  await writeFile(join(folder, 'cities/lakowiec/statement.json'), '[]');
  expect(await problemsOf(folder)).toEqual([
    'announcement.json |  | is not JSON: check quotation marks, commas and brackets',
    `${application} |  | is missing`,
    `${letter} |  | is not a file`,
    'cities/lakowiec/statement.json |  | is of the wrong kind: it must be an object in curly brackets',
  ]);
});

test('a file in an old encoding is told so, instead of being read with other letters', async () => {
  const folder = await inputFolder();
  await writeFile(join(folder, application), Buffer.from([0x22, 0xc7, 0x61, 0x22]));
  expect(await problemsOf(folder)).toEqual([`${application} |  | is not text in UTF-8: save it in that encoding`]);
});

test('without a folder of cities, every city of the announcement has nobody behind it', async () => {
  const folder = await inputFolder();
  await rm(join(folder, 'cities'), { recursive: true });
  const nobody = 'but nobody has applied for it: no folder in cities/ is this city';
  const cities = [
    `announcement.json | cities[0] | names tr-camliova, ${nobody}`,
    `announcement.json | cities[1] | names pl-lakowiec, ${nobody}`,
  ];
  expect(await problemsOf(folder)).toEqual(['cities |  | is missing', ...cities]);
  await writeFile(join(folder, 'cities'), 'no folder');
  expect(await problemsOf(folder)).toEqual(['cities |  | is not a folder that can be read', ...cities]);
});

test('a second folder of the same city and a city without one are named beside whatever else is wrong', async () => {
  const folder = await inputFolder();
  await cp(join(folder, 'cities/camliova'), join(folder, 'cities/once-more'), { recursive: true });
  await changeJson(folder, 'cities/camliova/letter.json', { signing: 'smoke' });
  await changeJson(folder, 'announcement.json', { cities: ['tr-camliova', 'fi-aspholm'] });
  expect(await problemsOf(folder)).toEqual([
    'cities/camliova/letter.json | signing | must be electronic or scan',
    "cities/once-more/application.json | authority.name | is the same city as another folder's: tr-camliova",
    'announcement.json | cities[1] | names fi-aspholm, but nobody has applied for it: no folder in cities/ is this city',
  ]);
});

test('a date that lies in the future is named beside whatever else is wrong with its file', async () => {
  const folder = await inputFolder();
  const today = new Date().toISOString().slice(0, 10);
  await changeJson(folder, application, {
    authority: { country: 'TURKEY', subdivision: 7 },
    mandate: { decidedOn: '2999-01-01', effectiveOn: '2999-01-01' },
  });
  await changeJson(folder, letter, { signedOn: '2999-02-01' });
  expect(await problemsOf(folder)).toEqual([
    `${application} | authority.country | is not a country by its code of two letters (ISO 3166-1), such as TR or NL`,
    `${application} | authority.subdivision | is of the wrong kind: it must be a text in quotation marks`,
    `${application} | mandate.decidedOn | lies in the future: today is ${today}`,
    `${letter} | signedOn | lies in the future: today is ${today}`,
  ]);
});

test('picture and scan are told by their content, wherever their names lead', async () => {
  const folder = await inputFolder();
  const picture = join(folder, 'two-bridges.png');
  const scan = join(folder, 'cities/lakowiec/signed-letter.pdf');
  await writeFile(picture, '<svg onload="alert(1)"/>');
  await writeFile(scan, '<html>');
  const named = async () => (await problemsOf(folder)).map((problem) => problem.split(' | ').slice(1).join(' | '));
  expect(await named()).toEqual([
    'image.file | is neither a PNG nor a JPEG or WebP picture',
    'scan | is neither a PDF nor a JPEG or PNG picture: save or scan it as one of these',
  ]);
  await writeFile(picture, Buffer.alloc(10 * 1024 * 1024 + 1));
  await writeFile(scan, Buffer.alloc(20 * 1024 * 1024 + 1));
  expect(await named()).toEqual([
    'image.file | is too large: at most 10 MB',
    'scan | is too large: at most 20 MB; scan it in black and white, or at 150 dots per inch',
  ]);
  await rm(picture);
  await symlink('/dev/zero', picture);
  await writeFile(scan, '');
  expect(await named()).toEqual([
    'image.file | names two-bridges.png, which is not a file',
    'scan | is empty: choose it again',
  ]);
  await changeJson(folder, 'announcement.json', { image: { file: '../two-bridges.png' } });
  await changeJson(folder, letter, { scan: '/etc/passwd' });
  expect(await named()).toEqual([
    'image.file | is not the name of a file in the same folder',
    'scan | is not the name of a file in the same folder',
  ]);
});
