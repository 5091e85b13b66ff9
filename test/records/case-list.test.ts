import { expect, test } from '@jest/globals';
import { countsOf, decidedLike, linesOf, listRevision, type Wanted } from '../../records/case-list.ts';
import { noteCase, writeCase } from '../../records/cases.ts';
import type { Database } from '../../records/schema.ts';
import { acts, camliova, later, places, play } from '../support/city-in-play.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

/** Towns at several places of the way, one of them late, one assigned to Ada. */
async function office(): Promise<Database> {
  const { database } = await recordsIn(await dataFolder());
  const towns = {
    'ee-otsalaid': camliova,
    'fi-kuusmaa': play(camliova, acts.return, { kind: 'turn-planned', due: later }, { kind: 'overdue' }),
    'lv-liepene': places['letter, verify'],
    'pt-vilamar': places['announcement, free'],
    'pt-serrinha': places['withdrawn before the letter'],
  };
  for (const [id, city] of Object.entries(towns)) {
    const here = { ...city, case: `${id}.1`, city: id, country: id.slice(0, 2).toUpperCase() };
    await noteCase(database, caseRow(here, { folded_name: id.slice(3), reference: id.slice(3, 6).toUpperCase() }));
    await writeCase(database, here);
  }
  await database
    .updateTable('cases')
    .set({ assignee: 'ada' })
    .where('id', 'in', ['lv-liepene.1', 'pt-serrinha.1'])
    .execute();
  return database;
}

test.each<[string, Wanted, string[]]>([
  [
    'everything, what is due first on top',
    {},
    ['fi-kuusmaa.1', 'ee-otsalaid.1', 'lv-liepene.1', 'pt-serrinha.1', 'pt-vilamar.1'],
  ],
  ['what waits for the office', { view: 'team' }, ['ee-otsalaid.1', 'lv-liepene.1', 'pt-vilamar.1']],
  ['what waits for cities', { view: 'cities' }, ['fi-kuusmaa.1']],
  ['what is late', { view: 'overdue' }, ['fi-kuusmaa.1']],
  ['who is ready to be announced', { view: 'ready' }, ['pt-vilamar.1']],
  ['one’s own, while they are open', { view: 'mine', mine: ['ada'] }, ['lv-liepene.1']],
  ['nobody’s', { view: 'mine', mine: [] }, []],
  ['a stage', { stage: 'letter' }, ['lv-liepene.1']],
  ['a country, however it is written', { country: 'pt' }, ['pt-serrinha.1', 'pt-vilamar.1']],
  ['somebody’s', { assignee: 'ada' }, ['lv-liepene.1', 'pt-serrinha.1']],
  ['a part of a name, with or without its accents', { q: 'Liepēne' }, ['lv-liepene.1']],
  ['a reference', { q: 'vil' }, ['pt-vilamar.1']],
  ['signs that no name holds', { q: '%_' }, []],
  ['the first two', { limit: 2 }, ['fi-kuusmaa.1', 'ee-otsalaid.1']],
  [
    'what is in time and waits for the office in Portugal',
    { overdue: false, waitsFor: 'staff', country: 'PT' },
    ['pt-vilamar.1'],
  ],
])('The list shows %s', async (_, wanted, ids) => {
  expect((await linesOf(await office(), wanted)).map(({ id }) => id)).toEqual(ids);
});

test('Decided cases of like cities are of the same country and kind, the nearest in size first', async () => {
  const { database } = await recordsIn(await dataFolder());
  const town = async (
    id: string,
    population: number,
    stage: string,
    changes: Partial<ReturnType<typeof caseRow>> = {},
  ) =>
    await noteCase(
      database,
      caseRow({ ...camliova, case: id, city: id }, { authority_kind: 'municipality', population, stage, ...changes }),
    );
  await town('large', 900_000, 'announced');
  await town('near', 85_000, 'rejected');
  await town('nearer', 83_000, 'letter');
  await town('undecided', 84_000, 'review');
  await town('merged', 84_000, 'superseded');
  await town('a region', 84_000, 'announced', { authority_kind: 'region' });
  await town('abroad', 84_000, 'announced', { country: 'PL' });
  const like = await decidedLike(database, {
    id: 'x',
    country: 'TR',
    authority_kind: 'municipality',
    population: 84_200,
  });
  expect(like.map(({ id }) => id)).toEqual(['near', 'nearer', 'large']);
  expect(await decidedLike(database, { id: 'x', country: 'TR', authority_kind: null, population: null })).toEqual([]);
});

test('The counts add up to the list', async () => {
  const database = await office();
  const counts = await countsOf(database);
  expect(counts.reduce((sum, { cases }) => sum + cases, 0)).toEqual(5);
  expect(counts.filter(({ stage }) => stage === 'letter')).toEqual([
    { stage: 'letter', step: 'verify', waits_for: 'staff', overdue: 0, open: 1, assignee: 'ada', cases: 1, asked: 0 },
  ]);
});

test('The list’s mark changes with the process and with what the office notes beside it, and with nothing else', async () => {
  const database = await office();
  const first = await listRevision(database);
  expect(await listRevision(database)).toEqual(first);
  await database.updateTable('cases').set({ revision: 1 }).where('id', '=', 'pt-vilamar.1').execute();
  const second = await listRevision(database);
  const moved = { ...places['letter, countersign'], case: 'lv-liepene.1', city: 'lv-liepene', country: 'LV' };
  await writeCase(database, moved);
  expect(new Set([first, second, await listRevision(database)]).size).toEqual(3);
});

test('Ten thousand cases are listed well within a tenth of a second, and their mark within a hundredth', async () => {
  const { database } = await recordsIn(await dataFolder());
  await database.transaction().execute(async (change) => {
    // A view as large as that of a case that has come a long way.
    const view = JSON.stringify(places.announced).padEnd(6000);
    for (let number = 1; number <= 10_000; number += 1)
      await noteCase(change, {
        ...caseRow(camliova),
        id: `tr-town-${number}.1`,
        reference: `T-${number}`,
        form_id: `form ${number}`,
        due: number % 3 === 0 ? null : `2027-0${1 + (number % 9)}-01T15:00:00.000Z`,
        view,
      });
  });
  const fastest = async (work: () => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      // The processor's time, so that a busy machine does not count.
      const before = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
    }
    return Math.min(...times);
  };
  expect((await linesOf(database, {})).length).toEqual(10_000);
  const [list, page, mark] = [
    await fastest(() => linesOf(database, {})),
    await fastest(() => linesOf(database, { view: 'team', limit: 50 })),
    await fastest(() => listRevision(database)),
  ];
  process.stderr.write(
    `10,000 cases: list ${list.toFixed(1)} ms, page ${page.toFixed(1)} ms, mark ${mark.toFixed(1)} ms\n`,
  );
  // PostgreSQL's answer comes over a wire, line by line.
  const times = globalThis.onPostgres ? 5 : 1;
  expect([list < 100 * times, page < 50 * times, mark < 10 * times]).toEqual([true, true, true]);
});
