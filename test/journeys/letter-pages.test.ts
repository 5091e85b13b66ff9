import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { StaffMember } from '../../records/staff.ts';
import { applied, at, decide, letterOf, staffMember, taken, visit } from '../support/acting.ts';
import { flawsEverywhere, hasBrowser, inBrowser, openBrowser } from '../support/real-browser.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { scannedLetter, type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let browser: Browser;
let ada: StaffMember;

beforeAll(async () => {
  if (!hasBrowser) return;
  system = await startTestSystem();
  browser = await openBrowser();
  ada = await staffMember(system, 'Ada');
});
afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await system.stop();
});

/** A town with a name of its own, whose letter waits for its mayor. */
async function toSign(town: Town): Promise<string> {
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  return id;
}

async function letterLink(town: Town): Promise<string> {
  return `${system.address}/join/${(await visit(system, town.mayor, 'letter')).token}`;
}

async function open(address: string): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

inBrowser('a mayor reads the letter on the page, in its language, and what the PDF says stands there', async () => {
  const town = townLike('Kuzgunpınar', 'kuzgunpinar');
  const id = await toSign(town);
  const page = await open(await letterLink(town));
  const { letter } = system.door.network;
  const version = letter.versions.find((one) => one.version === letter.current);
  const sheet = page.locator('article.sheet');
  expect(await sheet.getAttribute('lang')).toBe('en');
  expect(await sheet.locator('ol > li').allInnerTexts()).toEqual(version?.commitments);
  expect(await sheet.locator('h3').innerText()).toBe(version?.title);
  const whole = (await page.locator('details.fingerprint p').last().textContent())?.replaceAll(/\s/g, '');
  expect(whole?.split(':').at(-1)).toBe(letterOf(await at(system, id, 'letter', 'sign')));
  await page.context().close();
});

inBrowser('every page of the letter can be used by everybody, at every size, by day and by night', async () => {
  const town = townLike('Çınarlıköprübaşıgüzelyalı', 'cinarlikopru');
  town.application.officeHolder.name = 'محمد عبد القادر الشكري';
  town.application.officeHolder.title = 'Çınarlıköprübaşıgüzelyalı Büyükşehir Belediye Başkanvekili';
  await toSign(town);
  const link = await letterLink(town);
  for (const path of ['', '/by-hand', '/own-certificate', '/hand-over', '/mandate'])
    expect([path, await flawsEverywhere(browser, `${link}${path}`)]).toEqual([path, {}]);
});

inBrowser(
  'a letter signed with a pen is sent in from its own page, which also names what is wrong with the form',
  async () => {
    const town = townLike('Aşağıyazı', 'asagiyazi');
    const id = await toSign(town);
    const page = await open(`${await letterLink(town)}/by-hand`);
    await page.locator('#upload [name="signatory.title"]').fill('');
    await page.locator('#upload button:not(.first)').click();
    expect(await page.title()).toBe('Error: Send the letter signed by hand – OASC');
    expect(await page.locator('.summary li').allInnerTexts()).toEqual(['Enter the title of the person who signs']);
    await page.locator('#upload [name="signatory.title"]').fill('Mayor');
    const scan = { name: 'signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scannedLetter()) };
    await page.locator('#upload [type=file]').setInputFiles(scan);
    await page.locator('#upload button:not(.first)').click();
    expect(await page.locator('.notice').innerText()).toBe('We have the signed letter.');
    await at(system, id, 'letter', 'verify');
    await page.context().close();
  },
);
