import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { importedMembers } from '../../records/members.ts';
import type { MemberImportReport } from '../../service/member-import.ts';
import type { Member } from '../../service/members.ts';
import { type Serving, serveApp } from '../../web/serve.ts';
import { places } from '../support/city-in-play.ts';
import { dataFolder } from '../support/data-folders.ts';
import { oascFor } from '../support/oasc.ts';
import { json, type Office, openOffice, said, tokenOf, writeDown } from '../web/staff-api/office.ts';

let office: Office;
let serving: Serving;
let ada: ReturnType<typeof oascFor>;
let headers: { authorization: string };

beforeEach(async () => {
  office = await openOffice();
  headers = await tokenOf(office, ['administrator']);
  serving = await serveApp(new Hono().route('/api', office.api), { host: '127.0.0.1', port: 0 });
  ada = oascFor(serving.address, headers.authorization.replace('Bearer ', ''));
});
afterEach(async () => {
  await serving.stop();
  await office.close();
});

const headings = 'key;name;nativeName;legalName;kind;country;subdivision;website;memberSince;geonames;newsUrl';
const quarrymoor = 'q-1;Quarrymoor;;Town of Quarrymoor;municipality;GB;GB-ENG;https://quarrymoor.example;2019-05-01;;';
const vistaluz =
  'v-1;Vistaluz;Vistaluz;"Câmara; Vistaluz";municipality;PT;;https://www.vistaluz.example;2020-11-12;77001;https://news.example/vistaluz';

async function csv(...rows: string[]): Promise<string> {
  const file = join(await dataFolder(), 'members.csv');
  await writeFile(file, `\uFEFF${[headings, ...rows].join('\r\n')}\r\n`);
  return file;
}

const outcomes = ({ rows }: MemberImportReport) => rows.map(({ city, outcome }) => [city, outcome]);
const kept = async () => (await importedMembers(office.door.records.database)).map(({ city }) => city);

test('a dry run says what would be done, and does nothing', async () => {
  const file = await csv(quarrymoor, vistaluz);
  const report = await ada.json<MemberImportReport>('member', 'import', file, '--dry-run');
  expect([report.dryRun, report.imported, outcomes(report), await kept()]).toEqual([
    true,
    0,
    [
      ['gb-quarrymoor', 'new'],
      ['pt-vistaluz', 'new'],
    ],
    [],
  ]);
});

test('members that joined before stand in the list, once, however often the file is imported', async () => {
  const file = await csv(quarrymoor, vistaluz);
  expect((await ada.json<MemberImportReport>('member', 'import', file)).imported).toBe(2);
  const again = await ada.json<MemberImportReport>('member', 'import', file);
  expect([again.imported, again.rows.map(({ outcome }) => outcome)]).toEqual([0, ['there', 'there']]);
  const members = await ada.json<Member[]>('member', 'list');
  expect(
    members.map(({ city, legalName, memberSince, origin, news }) => [city, legalName, memberSince, origin, news]),
  ).toEqual([
    ['gb-quarrymoor', 'Town of Quarrymoor', '2019-05-01', 'imported', null],
    ['pt-vistaluz', 'Câmara; Vistaluz', '2020-11-12', 'imported', 'https://news.example/vistaluz'],
  ]);
  expect((await ada.json<Member>('member', 'show', 'vistaluz')).website).toBe('https://www.vistaluz.example');
  const changed = await csv(quarrymoor.replace('2019-05-01', '2018-01-01'));
  const { rows } = await ada.json<MemberImportReport>('member', 'import', changed);
  expect(rows.map(({ outcome, differs }) => [outcome, differs])).toEqual([['there', ['memberSince']]]);
});

test('where one row is wrong, none is imported, and each wrong field is named with its line', async () => {
  const wrong = 'x-1;;;Somewhere;village;GB;;nowhere;2999-01-01;;';
  const { code, stderr } = await ada.run('member', 'import', await csv(quarrymoor, wrong), '--json');
  const { error } = JSON.parse(stderr) as { error: { problems: { file: string; path: string }[] } };
  expect([code, error.problems.map(({ file, path }) => `${file}: ${path}`), await kept()]).toEqual([
    3,
    ['members.csv, line 3: name', 'members.csv, line 3: kind', 'members.csv, line 3: website'],
    [],
  ]);
  const late = await ada.run('member', 'import', await csv(quarrymoor.replace('2019-05-01', '2999-01-01')), '--json');
  expect([late.code, JSON.parse(late.stderr).error.problems[0].path]).toEqual([3, 'memberSince']);
});

test('a column that nobody knows, and a row with a cell too many, are named', async () => {
  const file = join(await dataFolder(), 'members.csv');
  await writeFile(file, 'key,colour\n1,blue\n');
  const { stderr } = await ada.run('member', 'import', file);
  expect(stderr).toContain('colour is not a known field: check its spelling, or take it out');
  await writeFile(file, 'key,name\n1,Quarrymoor,more\n');
  const { code, stderr: uneven } = await ada.run('member', 'import', file);
  expect([code, uneven]).toEqual([
    3,
    'This is no CSV file that can be read. Nothing was sent.\n  members.csv, line 2\n    has more or fewer cells than the headings\n',
  ]);
});

test('who may be there already stops the import until a person decides', async () => {
  await writeDown(office, places['letter, sign']);
  await ada.json('member', 'import', await csv(quarrymoor));
  const twin = 'q-2;Quarrymoor;;Quarrymoor Rural District;district;GB;GB-WLS;https://rural.example;2021-01-01;;';
  const file = await csv(vistaluz, twin);
  const stopped = await ada.run('member', 'import', file, '--json');
  expect([stopped.code, JSON.parse(stopped.stderr).error.problems, await kept()]).toEqual([
    3,
    [
      {
        file: 'members.csv, line 3',
        path: 'key',
        message: 'may be there already: Quarrymoor (gb-quarrymoor: same-name)',
      },
    ],
    ['gb-quarrymoor'],
  ]);
  const dry = await ada.json<MemberImportReport>('member', 'import', file, '--dry-run');
  expect(outcomes(dry)).toEqual([
    ['pt-vistaluz', 'new'],
    ['gb-wls-quarrymoor', 'duplicate'],
  ]);
  const skipped = await ada.json<MemberImportReport>('member', 'import', file, '--skip-duplicates');
  expect([skipped.imported, await kept()]).toEqual([1, ['gb-quarrymoor', 'pt-vistaluz']]);
  const apart = await ada.json<MemberImportReport>('member', 'import', file, '--keep-apart', 'q-2');
  expect([apart.imported, await kept()]).toEqual([1, ['gb-quarrymoor', 'gb-wls-quarrymoor', 'pt-vistaluz']]);
});

test('two rows of one file that may be the same are told apart by a person too', async () => {
  const { code, stderr } = await ada.run('member', 'import', await csv(quarrymoor, quarrymoor.replace('q-1', 'q-9')));
  expect([
    code,
    stderr.includes('may be there already: Quarrymoor (gb-quarrymoor: same-id, same-name, same-website)'),
  ]).toEqual([3, true]);
  const same = await ada.run('member', 'import', await csv(quarrymoor, quarrymoor));
  expect([same.code, same.stderr.includes('key stands in another row already: q-1'), await kept()]).toEqual([
    3,
    true,
    [],
  ]);
});

test('only an administrator imports members', async () => {
  const reviewer = await tokenOf(office, ['reviewer', 'editor', 'approver'], 'Bram Okafor');
  const body = json(reviewer, { dryRun: true, rows: [] });
  expect(await said(await office.api.request('/members/import', body))).toMatchObject({
    status: 403,
    body: { error: { code: 'not-your-role', role: 'administrator' } },
  });
});

test('the members are exported as CSV in which no cell is taken for a formula, and as JSON', async () => {
  await ada.json(
    'member',
    'import',
    await csv(quarrymoor, vistaluz.replace('"Câmara; Vistaluz"', '"=SUM(1) ""x"", y"')),
  );
  const folder = await dataFolder();
  const { stdout } = await ada.run('member', 'export');
  expect(stdout.split('\r\n').slice(0, 2)).toEqual([
    'city,name,nativeName,legalName,kind,country,website,memberSince,origin,case,stage,listed,news',
    'gb-quarrymoor,Quarrymoor,Quarrymoor,Town of Quarrymoor,municipality,GB,https://quarrymoor.example,2019-05-01,imported,,imported,true,',
  ]);
  expect(stdout).toContain(`"'=SUM(1) ""x"", y"`);
  const file = join(folder, 'members.json');
  await ada.json('member', 'export', '--file', file);
  const written = JSON.parse(await readFile(file, 'utf8')) as Member[];
  expect(written).toEqual(await ada.json<Member[]>('member', 'export'));
});
