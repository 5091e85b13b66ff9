import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Hono } from 'hono';
import { sha256 } from '../../domain/canonical.ts';
import { Network } from '../../domain/network.ts';
import { createApp } from '../../web/app.ts';
import { type Office, openOffice } from './staff-api/office.ts';

let office: Office;
let app: Hono;
let network: Network;
let siteFolder: string;

beforeAll(async () => {
  siteFolder = await mkdtemp(join(tmpdir(), 'oasc-site-'));
  office = await openOffice();
  network = Network.parse(JSON.parse(await readFile('network.json', 'utf8')));
  app = createApp({ ...office.door, network }, { siteFolder });
});
afterAll(async () => {
  await office.close();
  await rm(siteFolder, { recursive: true });
});

const get = async (path: string) => await app.request(`http://oasc.example${path}`);
const current = () => network.letter.current;

test('a council reads the very words of the letter in each language, and works out their fingerprint by itself', async () => {
  const found = [];
  for (const language of ['en', 'tr', 'nl', 'fr']) {
    const page = await (await get(`/letter-text/${current()}/${language}`)).text();
    const file = Buffer.from(await (await get(`/letter-text/${current()}/${language}.json`)).arrayBuffer());
    const shown = /<code>([0-9a-f ]{79})<\/code>/.exec(page)?.[1]?.replaceAll(' ', '');
    found.push([/<article class="letter-text" lang="(..)"/.exec(page)?.[1], shown === sha256(file)]);
  }
  expect(found).toEqual([
    ['en', true],
    ['tr', true],
    ['nl', true],
    ['fr', true],
  ]);
});

test('the list leads to every version and language, and a text that there is not is not made up', async () => {
  const list = await (await get('/letter-text')).text();
  const links = [...list.matchAll(/href="[^"]*\/letter-text\/([^"/]+)\/(..)"/g)].map(([, version, language]) => [
    version,
    language,
  ]);
  expect(links.filter(([version]) => version === current())).toEqual(
    ['en', 'tr', 'nl', 'fr'].map((language) => [current(), language]),
  );
  const statuses = [];
  for (const path of [`${current()}/de`, 'no-such-version/en', `${current()}/de.json`, `${current()}/en/more`])
    statuses.push((await get(`/letter-text/${path}`)).status);
  expect(statuses).toEqual([404, 404, 404, 404]);
});
