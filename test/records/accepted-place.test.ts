import { describe, expect, test } from '@jest/globals';
import { applied } from '../../domain/onboarding/state.ts';
import { auditEntries } from '../../records/audit.ts';
import { findCase, giveBackAcceptedPlace, noteCase, takeAcceptedPlace, writeCase } from '../../records/cases.ts';
import type { Database } from '../../records/schema.ts';
import { acts, camliova, places, play } from '../support/city-in-play.ts';
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

describe('The one accepted place of a city', () => {
  async function two(): Promise<Database> {
    const database = await openDatabase();
    await noteCase(database, caseRow(nth(1)));
    await noteCase(database, caseRow(nth(2), { number: 2 }));
    return database;
  }

  test('The first case takes it, and may ask again; the second is refused', async () => {
    const database = await two();
    const take = (id: string) => takeAcceptedPlace(database, id, 'tr-camliova');
    expect([await take('tr-camliova.1'), await take('tr-camliova.2'), await take('tr-camliova.1')]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('Of two processes that ask at the same moment, one gets it', async () => {
    const folder = await dataFolder();
    const [one, other] = [(await recordsIn(folder)).database, (await recordsIn(folder)).database];
    await noteCase(one, caseRow(nth(1)));
    await noteCase(one, caseRow(nth(2), { number: 2 }));
    const answers = await Promise.all([
      takeAcceptedPlace(one, 'tr-camliova.1', 'tr-camliova'),
      takeAcceptedPlace(other, 'tr-camliova.2', 'tr-camliova'),
    ]);
    expect(answers.filter((got) => got)).toEqual([true]);
  });

  test('Given back in review, it is free; beyond review it is kept', async () => {
    const database = await two();
    await takeAcceptedPlace(database, 'tr-camliova.1', 'tr-camliova');
    await giveBackAcceptedPlace(database, 'tr-camliova.1');
    expect(await takeAcceptedPlace(database, 'tr-camliova.2', 'tr-camliova')).toBe(true);
    await writeCase(database, play(nth(2), acts.accept));
    await giveBackAcceptedPlace(database, 'tr-camliova.2');
    expect(await takeAcceptedPlace(database, 'tr-camliova.1', 'tr-camliova')).toBe(false);
  });

  test('The database itself refuses a second one', async () => {
    const database = await two();
    await writeCase(database, play(nth(1), acts.accept));
    await expect(writeCase(database, play(nth(2), acts.accept))).rejects.toThrow(/unique/i);
    expect((await auditEntries(database, 'tr-camliova.2')).length).toBe(0);
  });

  test('A case has it from its acceptance until it is withdrawn, also while it rests', async () => {
    const holders: string[] = [];
    const database = await openDatabase();
    for (const [index, [place, city]] of Object.entries(places).entries()) {
      const own = { case: `tr-camliova-${index}.1`, city: `tr-camliova-${index}` };
      await noteCase(database, caseRow({ ...camliova, ...own }));
      await writeCase(database, { ...city, ...own, version: city.version + 1 });
      if ((await findCase(database, own.case))?.accepted_city === own.city) holders.push(place);
    }
    expect(holders).toEqual([
      'letter, issue',
      'letter, sign',
      'letter, verify',
      'letter, countersign',
      'letter, seal',
      'letter, void',
      'statement, draft',
      'statement, confirm',
      'statement, approve',
      'statement, draft again',
      'announcement, free',
      'announcement, claimed',
      'announcement, held',
      'lapsed from the letter',
      'declined',
      'announced',
      'waived',
    ]);
  });
});
