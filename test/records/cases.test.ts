import { describe, expect, test } from '@jest/globals';
import { applied } from '../../domain/onboarding/state.ts';
import { auditEntries } from '../../records/audit.ts';
import {
  findCase,
  findCaseByForm,
  knownCities,
  listCases,
  noteCase,
  openCases,
  viewOf,
  writeCase,
} from '../../records/cases.ts';
import type { Database } from '../../records/schema.ts';
import { acts, camliova, later, places, play } from '../support/city-in-play.ts';
import { dataFolder, recordsIn } from '../support/data-folders.ts';
import { caseRow } from '../support/rows.ts';

async function openDatabase(): Promise<Database> {
  return (await recordsIn(await dataFolder())).database;
}

/** The n-th application of Çamlıova. */
function nth(number: number) {
  const act = {
    id: `form ${number}`,
    actor: 'contact',
    at: '2027-02-18T08:00:00.000Z',
    kind: 'applied' as const,
    paper: 'p',
  };
  return applied({ case: `tr-camliova.${number}`, city: 'tr-camliova', country: 'TR', act });
}

describe('The row of a case', () => {
  test('It shows where the case stands', async () => {
    const database = await openDatabase();
    await noteCase(database, caseRow(camliova));
    const city = play(places['letter, sign'], { kind: 'turn-planned', due: later }, { kind: 'overdue' });
    await writeCase(database, city);
    const row = await findCase(database, 'tr-camliova.1');
    expect(row).toEqual({
      ...caseRow(camliova),
      version: city.version,
      stage: 'letter',
      waits_for: 'city',
      due: later.at,
      overdue: 1,
      open: 1,
      step: 'sign',
      since: '2027-03-02T10:00:00.000Z',
      changed_at: '2027-03-02T10:00:00.000Z',
      held_until: null,
      pending: null,
      assignee: null,
      authority_kind: null,
      population: null,
      questions: 0,
      asked_us: 0,
      revision: 0,
      accepted_city: 'tr-camliova',
      view: JSON.stringify(city),
    });
    expect(row && viewOf(row)).toEqual(city);
  });

  test('It only moves forward: who comes late with an older view changes nothing', async () => {
    const database = await openDatabase();
    await noteCase(database, caseRow(camliova));
    await writeCase(database, places['statement, draft']);
    await writeCase(database, places['letter, sign']);
    await writeCase(database, { ...places['statement, draft'], overdue: true });
    const row = await findCase(database, 'tr-camliova.1');
    expect([row?.version, row?.stage, row?.overdue]).toEqual([places['statement, draft'].version, 'statement', 0]);
  });

  test('Written in any order, each act is in the audit once', async () => {
    const database = await openDatabase();
    await noteCase(database, caseRow(camliova));
    const way = [
      places['letter, issue'],
      camliova,
      places['letter, verify'],
      places['letter, sign'],
      places['letter, verify'],
    ];
    for (const city of way) await writeCase(database, city);
    const entries = await auditEntries(database, 'tr-camliova.1');
    expect(entries.map(({ id, kind, actor }) => [id, kind, actor])).toEqual(
      places['letter, verify'].acts.map(({ id, kind, actor }) => [`tr-camliova.1/${id}`, kind, actor]),
    );
  });

  test('Whoever writes next fills in the acts that a crash has left out', async () => {
    const database = await openDatabase();
    await noteCase(database, caseRow(camliova));
    await writeCase(database, places['statement, draft']);
    expect((await auditEntries(database, 'tr-camliova.1')).length).toBe(places['statement, draft'].acts.length);
  });

  test('Many who write at once leave the newest view and every act', async () => {
    const database = await openDatabase();
    await noteCase(database, caseRow(camliova));
    const views = Object.values(places).slice(0, 12);
    await Promise.all(views.flatMap((city) => [writeCase(database, city), writeCase(database, city)]));
    const newest = Math.max(...views.map(({ version }) => version));
    expect((await findCase(database, 'tr-camliova.1'))?.version).toBe(newest);
    const ids = new Set(views.flatMap((city) => city.acts.map(({ id }) => `tr-camliova.1/${id}`)));
    expect(new Set((await auditEntries(database, 'tr-camliova.1')).map(({ id }) => id))).toEqual(ids);
  });
});

describe('A case is noted once', () => {
  test('By its id, by its form and by its reference', async () => {
    const database = await openDatabase();
    await noteCase(database, caseRow(camliova));
    await expect(noteCase(database, caseRow(camliova, { form_id: 'x', reference: 'x' }))).rejects.toThrow();
    await expect(noteCase(database, caseRow(nth(2), { form_id: 'form of tr-camliova.1' }))).rejects.toThrow();
    await expect(noteCase(database, caseRow(nth(2), { reference: 'CAM-tr-camliova.1' }))).rejects.toThrow();
    expect((await listCases(database)).map(({ id }) => id)).toEqual(['tr-camliova.1']);
    expect((await findCaseByForm(database, 'form of tr-camliova.1'))?.id).toBe('tr-camliova.1');
    expect([await findCase(database, 'tr-nowhere.1'), await findCaseByForm(database, 'x')]).toEqual([null, null]);
  });
});

describe('Lists', () => {
  test('Those due first stand on top, those without a limit last; closed ones are not open', async () => {
    const database = await openDatabase();
    for (const number of [1, 2, 3, 4]) await noteCase(database, caseRow(nth(number), { number }));
    const due = (at: string) => ({ kind: 'turn-planned', due: { at, zone: 'UTC' } }) as const;
    await writeCase(database, play(nth(2), due('2027-05-01T15:00:00.000Z')));
    await writeCase(database, play(nth(3), due('2027-04-01T15:00:00.000Z')));
    await writeCase(database, play(nth(4), due('2027-03-01T15:00:00.000Z'), acts.reject));
    expect((await listCases(database)).map(({ number }) => number)).toEqual([3, 2, 1, 4]);
    expect((await openCases(database)).map(({ number }) => number)).toEqual([3, 2, 1]);
  });

  test('Known cities come with the authority that has their id', async () => {
    const database = await openDatabase();
    await noteCase(database, caseRow(camliova));
    expect(await knownCities(database)).toEqual([{ city: 'tr-camliova', legalName: 'Çamlıova Belediyesi' }]);
  });
});
