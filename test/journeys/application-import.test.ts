import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Application } from '../../domain/application.ts';
import type { Role } from '../../records/staff.ts';
import type { ApplicationImportReport } from '../../service/application-import.ts';
import { appointStaff } from '../../service/staff.ts';
import type { CaseSummary } from '../../web/staff-api/shown.ts';
import { at, givesWords, signed } from '../support/acting.ts';
import { oascFor } from '../support/oasc.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { sampleFolder, townLike } from '../support/towns.ts';

let system: TestSystem;
let ada: ReturnType<typeof oascFor>;
let folder: string;

beforeAll(async () => {
  system = await startTestSystem();
  const roles: Role[] = ['reviewer', 'editor', 'approver', 'administrator'];
  ada = oascFor(system.address, (await appointStaff(system.door, 'Ada Lindqvist', roles)).token);
});
afterAll(async () => await system.stop());
beforeEach(async () => {
  folder = join(system.dataFolder, 'open');
  await mkdir(folder);
});
afterEach(async () => await rm(folder, { recursive: true }));

async function put(name: string, application: Application | object, state?: object): Promise<void> {
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'application.json'), JSON.stringify(application));
  if (state) await writeFile(join(folder, name, 'state.json'), JSON.stringify(state));
}

const take = (path: string, ...more: string[]) => ['application', 'import', path, '--evidence', 'mail', ...more];
const imported = (path: string, ...more: string[]) => ada.json<ApplicationImportReport>(...take(path, ...more));
const cases = async () =>
  (await ada.json<CaseSummary[]>('case', 'list')).map(({ id, stage }) => `${id} ${stage}`).toSorted();

test('open applications go on where they stood: in review, at the letter, or as members that give their words', async () => {
  const [first, second, third] = [
    townLike('Amberley', 'amberley'),
    townLike('Brightsea', 'brightsea'),
    townLike('Corvane', 'corvane'),
  ];
  await put('amberley', first.application);
  await put('brightsea', second.application, { stage: 'letter' });
  const letter = { version: '2024-2', issuedOn: '2026-03-02', file: 'letter.pdf' };
  await put('corvane', third.application, { stage: 'statement', memberSince: '2026-04-01', letter });
  await cp(join(sampleFolder, 'cities/lakowiec/signed-letter.pdf'), join(folder, 'corvane/letter.pdf'));

  const dry = await imported(folder, '--dry-run');
  expect([dry.imported, dry.rows.map(({ key, outcome }) => [key, outcome]), await cases()]).toEqual([
    0,
    [
      ['amberley', 'new'],
      ['brightsea', 'new'],
      ['corvane', 'new'],
    ],
    [],
  ]);
  const report = await imported(folder);
  expect([report.imported, report.rows.map((row) => row.case)]).toEqual([
    3,
    ['tr-amberley.1', 'tr-brightsea.1', 'tr-corvane.1'],
  ]);
  const again = await imported(folder);
  expect([again.imported, again.rows.map(({ outcome }) => outcome)]).toEqual([0, ['there', 'there', 'there']]);

  await at(system, 'tr-amberley.1', 'review');
  await at(system, 'tr-brightsea.1', 'letter', 'sign');
  await signed(system, second);
  await at(system, 'tr-brightsea.1', 'letter', 'verify');
  const { stage } = await at(system, 'tr-corvane.1', 'statement', 'draft');
  expect(stage).toMatchObject({ member: { memberSince: '2026-04-01', letter: { version: '2024-2' } } });
  await givesWords(system, third);
  await at(system, 'tr-corvane.1', 'statement', 'approve');
  const members = await ada.json<{ city: string; memberSince: string }[]>('member', 'list');
  expect(members.map(({ city, memberSince }) => [city, memberSince])).toEqual([['tr-corvane', '2026-04-01']]);
  expect((await ada.run('application', 'accept', 'amberley')).code).toBe(4);
  expect((await ada.json<{ verified: boolean }>('audit', 'verify', '--data', system.dataFolder)).verified).toBe(true);
}, 120_000);

test('a coordinator’s six letters become six cases, each with its own scan; one broken file keeps no other city', async () => {
  const names = ['Alderbrook', 'Birchmoor', 'Cedarholm', 'Dovecastle', 'Elmstead', 'Foxgrove'];
  const towns = names.map((name) => townLike(name, name.toLowerCase()));
  const scan = join(sampleFolder, 'cities/lakowiec/signed-letter.pdf');
  for (const [index, { application }] of towns.entries()) {
    const key = names[index]?.toLowerCase() ?? '';
    const { name, title } = application.officeHolder;
    const deputy = {
      name: 'Lale Demirsoy',
      title: 'Deputy Mayor',
      capacity: 'delegate',
      email: `deputy@${key}.example`,
    };
    const signatory = index === 1 ? deputy : { name, title, capacity: 'office-holder' };
    await put(key, application, index === 0 ? { stage: 'letter', mandatePaper: 'decision.pdf' } : undefined);
    await writeFile(
      join(folder, key, 'letter.json'),
      JSON.stringify({ signing: 'scan', signatory, scan: 'signed.pdf' }),
    );
    await cp(scan, join(folder, key, 'signed.pdf'));
  }
  await cp(scan, join(folder, 'alderbrook/decision.pdf'));
  await writeFile(join(folder, 'foxgrove/signed.pdf'), 'no letter at all');

  const broken = await ada.run(...take(folder), '--json');
  expect([broken.code, JSON.parse(broken.stderr).error.problems]).toEqual([
    4,
    [
      {
        file: 'foxgrove/letter.json',
        path: '',
        message: 'is neither a PDF nor a JPEG or PNG picture: save or scan it as one of these',
      },
    ],
  ]);
  await cp(scan, join(folder, 'foxgrove/signed.pdf'));
  const again = await imported(folder);
  expect(again.rows.map(({ key, outcome }) => [key, outcome])).toEqual(
    names.map((name) => [name.toLowerCase(), 'there']),
  );
  const found = [];
  for (const name of names) {
    const { acts, stage } = await at(system, `tr-${name.toLowerCase()}.1`, 'letter', 'verify');
    const flags = stage.stage === 'letter' ? stage.signatories[0]?.signature?.flags.map(({ kind }) => kind) : null;
    found.push([name, acts.filter(({ kind }) => kind === 'upload').length, flags]);
  }
  expect(found).toEqual(names.map((name) => [name, 1, name === 'Birchmoor' ? ['proof'] : []]));
  const first = await at(system, 'tr-alderbrook.1', 'letter', 'verify');
  expect(first.acts.filter(({ kind }) => kind === 'give-mandate')).toHaveLength(1);
}, 180_000);

test('a signed letter beside an application that is still in review is named, and nothing is taken in', async () => {
  const town = townLike('Gorsefield', 'gorsefield');
  await put('gorsefield', town.application, { stage: 'review' });
  const signatory = { name: town.mayorName, title: 'Mayor', capacity: 'office-holder' };
  await writeFile(join(folder, 'gorsefield/letter.json'), JSON.stringify({ signing: 'electronic', signatory }));
  const wrong = await ada.run(...take(folder), '--json');
  expect([wrong.code, JSON.parse(wrong.stderr).error.problems]).toEqual([
    3,
    [
      {
        file: 'gorsefield/letter.json',
        path: '',
        message: 'comes with an application that goes on in review: a letter is signed only after that',
      },
    ],
  ]);
}, 60_000);

test('where one application is wrong, none is taken in, and each wrong field is named with its file', async () => {
  const before = await cases();
  const fine = townLike('Dunmarrow', 'dunmarrow').application;
  await put('dunmarrow', fine);
  await put('elsewhere', { ...fine, motivation: ' ', officeHolder: { ...fine.officeHolder, termStart: '2999-01-01' } });
  const wrong = await ada.run(...take(folder), '--json');
  expect([wrong.code, JSON.parse(wrong.stderr).error.problems]).toEqual([
    3,
    [{ file: 'elsewhere/application.json', path: 'motivation', message: 'is empty: write something here' }],
  ]);
  await writeFile(
    join(folder, 'elsewhere/application.json'),
    JSON.stringify({ ...fine, officeHolder: { ...fine.officeHolder, termStart: '2999-01-01', termEnd: undefined } }),
  );
  const early = await ada.run(...take(folder), '--json');
  expect([
    early.code,
    JSON.parse(early.stderr).error.problems.map(({ file, path }: { file: string; path: string }) => [file, path]),
  ]).toEqual([3, [['elsewhere/application.json', 'officeHolder.termStart']]]);
  expect(await cases()).toEqual(before);
}, 60_000);

test('who may be there already is taken in only once a person has said that it is another', async () => {
  const town = townLike('Fenwick', 'fenwick').application;
  const twin = {
    ...town,
    authority: { ...town.authority, legalName: 'Fenwick District', website: 'https://district.example' },
  };
  await put('fenwick', town);
  await put('twin', twin);
  const stopped = await ada.run(...take(folder), '--json');
  expect([
    stopped.code,
    JSON.parse(stopped.stderr).error.problems.map(({ file, path }: { file: string; path: string }) => [file, path]),
  ]).toEqual([3, [['twin/application.json', 'key']]]);
  expect((await imported(folder, '--skip-duplicates')).imported).toBe(1);
  expect((await imported(folder, '--keep-apart', 'twin')).rows.map(({ outcome, case: id }) => [outcome, id])).toEqual([
    ['there', 'tr-fenwick.1'],
    ['new', 'tr-41-fenwick.1'],
  ]);
}, 60_000);

test('applications come from a CSV file too, with a column for each field', async () => {
  const { authority, contacts, officeHolder, mandate, ...others } = townLike('Grimsholt', 'grimsholt').application;
  const [main] = contacts;
  const columns: Record<string, string> = {
    key: 'g-1',
    stage: 'letter',
    ...flat('authority', {
      ...authority,
      identifiers: undefined,
      population: undefined,
      languages: authority.languages.join(' '),
    }),
    ...flat('authority.population', authority.population),
    ...flat('contacts[0]', main ?? {}),
    ...flat('officeHolder', officeHolder),
    ...flat('mandate', mandate),
    motivation: others.motivation,
    'agreements.principles': 'yes',
    'agreements.privacyNotice': 'yes',
  };
  const file = join(folder, 'open.csv');
  const row = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  await writeFile(file, `${row(Object.keys(columns))}\n${row(Object.values(columns))}\n`);
  const report = await imported(file);
  expect([report.imported, report.rows.map((one) => one.case)]).toEqual([1, ['tr-grimsholt.1']]);
  await at(system, 'tr-grimsholt.1', 'letter', 'sign');

  await writeFile(
    file,
    `${row(Object.keys(columns))}\n${row(Object.values({ ...columns, key: 'g-2', 'authority.population.value': 'many' }))}\n`,
  );
  const wrong = await ada.run(...take(file), '--json');
  expect([wrong.code, JSON.parse(wrong.stderr).error.problems]).toEqual([
    3,
    [
      {
        file: 'open.csv, line 2',
        path: 'authority.population.value',
        message: 'is of the wrong kind: it must be a number',
      },
    ],
  ]);
}, 60_000);

function flat(path: string, fields: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      value === undefined ? [] : [[`${path}.${name}`, String(value)]],
    ),
  );
}
