import { expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { noteCase } from '../../../records/cases.ts';
import { pageCache } from '../../../web/portal/page-cache.ts';
import { camliova } from '../../support/city-in-play.ts';
import { dataFolder, recordsIn } from '../../support/data-folders.ts';
import { caseRow } from '../../support/rows.ts';

const form = (id: string) => `<input type="hidden" name="form" value="${id}"/>`;
const ids = ['0f0e0d0c-0b0a-4908-8706-050403020100', '1f1e1d1c-1b1a-4918-9716-151413121110'] as const;

/** A page that says how often it was worked out, with two forms, one of them there twice. */
async function aPortal() {
  const records = await recordsIn(await dataFolder());
  let now = '2027-03-02T09:00:00.100Z';
  let worked = 0;
  const portal = new Hono().use('/join/:token', pageCache(records, { now: () => now }));
  portal.get('/join/gone', (c) => c.html('gone', 410));
  portal.get('/join/:token', (c) => {
    worked += 1;
    c.header('cache-control', 'no-store');
    return c.html(`<p>${worked}</p>${form(ids[0])}${form(ids[1])}${form(ids[0])}`);
  });
  return { records, portal, later: () => void (now = '2027-03-02T09:00:01.000Z'), worked: () => worked };
}

const read = async (portal: Hono, path = '/join/a') => (await portal.request(path)).text();

test('a page is shown again while nothing has changed, with its headers and with forms of its own for each visitor', async () => {
  const { portal } = await aPortal();
  await read(portal);
  const answer = await portal.request('/join/a');
  const page = await answer.text();
  const [one, two, again] = [...page.matchAll(/value="([^"]+)"/g)].map(([, id]) => id);
  expect([page.startsWith('<p>1</p>'), answer.headers.get('cache-control'), again]).toEqual([true, 'no-store', one]);
  const others = [...(await read(portal)).matchAll(/value="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set([...ids, one, two, ...others]).size).toBe(6);
});

test('a page is worked out anew once anything was written, in the next second, and for each link', async () => {
  const { portal, records, later, worked } = await aPortal();
  await read(portal);
  await read(portal, '/join/b');
  await noteCase(records.database, caseRow(camliova));
  await read(portal);
  later();
  await read(portal);
  await read(portal, '/join/a?done=sign');
  expect(worked()).toBe(5);
});

test('what is no page is never kept: a link that has ended is asked for each time', async () => {
  const { portal } = await aPortal();
  const statuses = [await portal.request('/join/gone'), await portal.request('/join/gone')].map(({ status }) => status);
  expect(statuses).toEqual([410, 410]);
});
