import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { within } from '../../cli/demo/inbox.ts';
import type { StaffMember } from '../../records/staff.ts';
import { applied, at, decide, letterOf, signed, staffMember, taken, visit } from '../support/acting.ts';
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
  const version = letter.versions.find((one) => one.version === letter.current)?.texts.en;
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
  for (const path of ['', `/${system.door.network.letter.current}/tr`])
    expect([path, await flawsEverywhere(browser, `${system.address}/letter-text${path}`)]).toEqual([path, {}]);
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
    expect(await page.locator('h1').innerText()).toBe('You have signed the letter');
    await at(system, id, 'letter', 'verify');
    expect(await flawsEverywhere(browser, page.url())).toEqual({});

    const status = `${system.address}/join/${(await visit(system, town.main, 'status')).token}`;
    await page.goto(status);
    expect(await page.locator('.signatories .tag').innerText()).toMatch(/^Came in on .*, signed with a pen$/);
    const came = await page.locator('a', { hasText: 'as it came in' }).getAttribute('href');
    const file = await fetch(new URL(came ?? '', system.address));
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(scannedLetter()))).toBe(true);
    expect(await flawsEverywhere(browser, status)).toEqual({});
    await page.context().close();
  },
);

inBrowser(
  'two people sign one after the other, as the main contact orders it; nobody is asked before their turn',
  async () => {
    const town = townLike('Kızılhisar', 'kizilhisar');
    const id = await toSign(town);
    const mayor = await letterLink(town);
    const page = await open(`${system.address}/join/${(await visit(system, town.main, 'status')).token}`);
    const several = page.locator('#set-signatories');
    const treasurer = 'treasurer@kizilhisar.example';
    await page.locator('summary', { hasText: 'More than one person signs' }).click();
    await several.locator('[name="signatories[0].order"]').fill('2');
    await several.locator('[name="signatories[1].name"]').fill('Selin Tunca');
    await several.locator('[name="signatories[1].title"]').fill('Treasurer');
    await several.locator('[name="signatories[1].capacity"]').selectOption('office-holder');
    await several.locator('[name="signatories[1].email"]').fill(treasurer);
    await several.locator('[name="signatories[1].order"]').fill('1');
    await several.locator('button:not(.first)').click();
    expect(await page.locator('.signatories .tag').allInnerTexts()).toEqual([
      expect.stringMatching(/^Asked on /),
      'Asked after the others',
    ]);
    await page.goto(mayor);
    expect(await page.locator('h1').innerText()).toBe('It is not your turn yet');

    const before = (await system.catcher.mails()).filter(({ to }) => to === town.mayor).length;
    await page.goto(`${system.address}/join/${(await visit(system, treasurer, 'letter')).token}/by-hand`);
    const scan = { name: 'signed.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scannedLetter()) };
    await page.locator('#upload [type=file]').setInputFiles(scan);
    await page.locator('#upload button:not(.first)').click();
    expect(await page.locator('.lead').innerText()).toMatch(
      /^You need to do nothing now. The letter waits for the other/,
    );
    await within('a mail to the mayor', async () =>
      (await system.catcher.mails()).filter(({ to }) => to === town.mayor).length > before ? true : null,
    );
    await signed(system, town);
    await at(system, id, 'letter', 'verify');
    await page.context().close();
  },
);

inBrowser(
  'the city reads and signs the letter in Turkish: it is written anew, and only the new one counts',
  async () => {
    const town = townLike('Gümüşova', 'gumusova');
    const id = await toSign(town);
    const first = letterOf(await at(system, id, 'letter', 'sign'));
    const link = await letterLink(town);
    const page = await open(link);
    await page.locator('summary', { hasText: 'in another language' }).click();
    await page.locator('#choose-language select').selectOption('tr');
    await page.locator('#choose-language button:not(.first)').click();
    await within('the Turkish letter', async () =>
      letterOf(await at(system, id, 'letter', 'sign')) === first ? null : true,
    );
    await page.goto(link);
    const turkish = system.door.network.letter.versions.find(
      ({ version }) => version === system.door.network.letter.current,
    )?.texts.tr;
    expect(await page.locator('article.sheet').getAttribute('lang')).toBe('tr');
    expect(await page.locator('article.sheet h3').innerText()).toBe(turkish?.title);
    expect(await page.locator('.notice').innerText()).toBe(
      'This letter replaces an earlier one. Only this one counts.',
    );
    await page.context().close();
  },
);
