import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type City, createCity } from '../../cli/demo/city.ts';
import { readInputFolder } from '../../cli/demo/input-folder.ts';
import { listAllAnnouncements, showAnnouncement } from '../../service/announcement-questions.ts';
import { appointStaff } from '../../service/staff.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { hasTerminal, openTerminal, type Terminal } from '../support/terminal.ts';
import { sampleFolder } from '../support/towns.ts';

const there = await hasTerminal();
if (!there)
  process.stderr.write(
    '\nSKIPPED: the journey in two terminals, because there is no tmux (Debian: apt-get install tmux).\n\n',
  );
const inTerminals = there ? test : test.skip;

let system: TestSystem;
let ada: Terminal;
let bram: Terminal;
let cities: City[];

beforeAll(async () => {
  if (!there) return;
  system = await startTestSystem();
  const nothingWrong = { image: async () => null, scan: async () => null };
  const input = await readInputFolder(sampleFolder, nothingWrong);
  if (!input.ok) throw new Error('The sample cannot be read.');
  cities = input.value.cities.map((city) => createCity(city, system.address, system.inbox));
  const work = async (name: string) => {
    const { token } = await appointStaff(system.door, name, ['reviewer', 'editor', 'approver']);
    return await openTerminal({ OASC_URL: system.address, OASC_TOKEN: token });
  };
  [ada, bram] = [await work('Ada Lindqvist'), await work('Bram Okafor')];
});
afterAll(async () => {
  if (!there) return;
  await ada.close();
  await bram.close();
  await system.stop();
});

inTerminals(
  'two staff carry two cities from application to publication in two terminals, and the four eyes hold',
  async () => {
    await ada.sees('Nothing is here yet');
    for (const city of cities) await city.apply();
    await ada.press('6');
    await ada.sees('2 of 2');

    await openCase(bram, 'Łąkowiec');
    await bram.press('r');
    await bram.type('Which source?');
    for (const name of ['Çamlıova', 'Łąkowiec']) {
      await openCase(ada, name);
      await ada.press('a');
      await ada.sees(`Accept: ${name}`);
      await ada.press('C-s');
      await ada.sees('Done: accept');
      await ada.sees('the letter was issued');
      await ada.press('Escape');
    }
    // Bram decides on what he saw before Ada was quicker: nothing is sent, and his words stay.
    await bram.press('C-s');
    await bram.sees('It changed while you were deciding');
    await bram.sees('Ada: accepted the application');
    await bram.sees('> Which source?');
    await bram.press('Escape', 'Escape');
    for (const city of cities) await city.sign();
    for (const name of ['Çamlıova', 'Łąkowiec']) await verifyAndCountersign(name);
    for (const city of cities) {
      await city.draft();
      await city.confirm();
    }
    for (const name of ['Çamlıova', 'Łąkowiec']) {
      await openCase(bram, name);
      await bram.press('4');
      await bram.sees('+ confirmed');
      await bram.press('a');
      await bram.sees('You approve exactly these words');
      await bram.press('Enter');
      await bram.sees('Done: approve the words');
      await bram.press('Escape');
    }
    await announce();
  },
  300_000,
);

/** Finds a case by its name in view 6, and opens it. */
async function openCase(terminal: Terminal, name: string): Promise<void> {
  await terminal.press('6', '/');
  await terminal.type(name);
  await terminal.press('Enter', 'Enter');
  await terminal.sees(`> ${name}, `);
}

async function verifyAndCountersign(name: string): Promise<void> {
  await openCase(ada, name);
  await ada.press('3');
  await ada.sees('Signature');
  await ada.press('v');
  await ada.sees('Another person countersigns');
  await ada.press('Enter');
  await ada.sees('Done: verify the letter');
  await ada.press('c');
  await ada.sees('Not now, countersign: You cannot countersign this letter');
  await ada.press('Escape');

  await openCase(bram, name);
  await bram.press('c');
  await bram.sees('This cannot be taken back');
  await bram.type(name);
  await bram.press('Enter');
  await bram.sees('Done: countersign');
  await bram.sees('the letter was sealed');
  await bram.press('Escape');
}

async function announce(): Promise<void> {
  await ada.press('c');
  await ada.sees('[ ]');
  await ada.sees('Łąkowiec');
  await ada.press('Space', 'Down', 'Space', 'Enter');
  await ada.sees('Announce 2 cities');
  await ada.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
  await ada.type(join(sampleFolder, 'announcement.json'));
  await ada.press('C-s');
  await ada.sees('Composed.');
  await ada.press('Escape', '7');
  await ada.sees('to be approved');
  await ada.press('Enter');
  await ada.sees('2 of 2 ready');
  await ada.press('a');
  await ada.sees('Not now, approve: You cannot approve this announcement');

  await bram.press('7');
  await bram.sees('to be approved');
  await bram.press('Enter');
  await bram.sees('2 of 2 ready');
  await bram.press('2');
  await bram.press('a');
  await bram.sees('You have read it');
  await bram.press('Enter');
  await bram.sees('Done: approve');
  await bram.sees('approved words = published words', 60);

  const [announcement] = await listAllAnnouncements(system.door);
  const file = announcement ? await showAnnouncement(system.door, announcement.id) : null;
  expect(file?.view.stage.step).toBe('published');
}
