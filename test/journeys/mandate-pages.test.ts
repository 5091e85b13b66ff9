import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { papersOf } from '../../records/papers.ts';
import type { StaffMember } from '../../records/staff.ts';
import { applied, at, decide, refusedWith, signatureOf, staffMember, taken, visit } from '../support/acting.ts';
import { hasBrowser, inBrowser, openBrowser } from '../support/real-browser.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { scannedLetter, type Town, townLike } from '../support/towns.ts';

let system: TestSystem;
let browser: Browser;
let ada: StaffMember;
let page: Page;

beforeAll(async () => {
  if (!hasBrowser) return;
  system = await startTestSystem();
  browser = await openBrowser();
  ada = await staffMember(system, 'Ada');
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
});
afterAll(async () => {
  if (!hasBrowser) return;
  await browser.close();
  await system.stop();
});

async function toSign(town: Town): Promise<string> {
  const id = await applied(system, town);
  taken(await decide(system, ada, id, { kind: 'accept' }));
  await at(system, id, 'letter', 'sign');
  return id;
}

async function openLetterOf(address: string, below = ''): Promise<string> {
  const link = `${system.address}/join/${(await visit(system, address, 'letter')).token}`;
  await page.goto(`${link}${below}`);
  return link;
}

async function fill(form: string, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`#${form} [name="${name}"]`).fill(value);
}

async function send(form: string): Promise<void> {
  await page.locator(`#${form} button:not(.first)`).last().click();
}

const decision = { name: 'decision.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scannedLetter()) };

inBrowser(
  'a deputy without a paper signs, reads at once what is missing, hands it in, and then the letter can be verified',
  async () => {
    const town = townLike('Yenipazar', 'yenipazar');
    const deputy = 'deputy@yenipazar.example';
    const id = await toSign(town);
    const mayors = await openLetterOf(town.mayor, '/hand-over');
    await send('name-signatory');
    expect(await page.locator('.summary li').allInnerTexts()).toEqual([
      'Enter the name of the person who signs',
      'Enter the title of the person who signs',
      'Enter the e-mail address',
      'Choose why somebody else signs',
    ]);
    await page.locator('#name-signatory [name=why]').selectOption('delegate');
    await fill('name-signatory', { name: 'Lale Demirsoy', title: 'Deputy Mayor', email: deputy });
    await send('name-signatory');
    expect(await page.locator('h1').innerText()).toBe('The letter is on its way');
    expect((await page.goto(mayors))?.status()).toBe(410);

    const link = await openLetterOf(deputy);
    expect(await page.locator('.panel.warn h2').innerText()).toBe('Before you sign');
    const before = await system.inbox.count(deputy);
    await send('ask-code');
    await fill('sign', { typedName: 'Lale Demirsoy', code: await system.inbox.codeFor(deputy, before) });
    const confirmed = await page.locator('#sign .tick span').allInnerTexts();
    for (const tick of await page.locator('#sign [type=checkbox]').all()) await tick.check();
    await send('sign');
    expect(await page.locator('.panel.warn h2').innerText()).toBe('What we look at');
    expect(await page.locator('.panel.warn li').allInnerTexts()).toEqual([
      'Somebody signed for the holder of the office, and we have no paper that says so. Send the delegation, or the decision that names who acts for the office.',
    ]);
    const papers = await papersOf(system.door.records.database, id);
    const signature = papers.find(({ kind }) => kind === 'signature')?.body as { consent: object };
    expect(signature.consent).toEqual({
      version: '1',
      language: 'en',
      holdsOffice: confirmed[0],
      consents: confirmed[1],
    });
    const verify = { kind: 'verify', sha256: signatureOf((await at(system, id, 'letter', 'verify')).stage) } as const;
    expect(refusedWith(await decide(system, ada, id, verify))).toMatchObject({ code: 'flags-open', flags: ['proof'] });

    await page.goto(`${link}/mandate`);
    await page.locator('#give-mandate [name="mandate.kind"]').selectOption('delegation');
    await page.locator('#give-mandate [name=decision]').setInputFiles(decision);
    await send('give-mandate');
    expect(await page.locator('.notice').innerText()).toBe('We have written down by what right the city signs.');
    expect(await page.locator('.panel.warn').count()).toBe(0);
    taken(await decide(system, ada, id, verify));
  },
);

inBrowser(
  'a mandate that is not in force yet, or whose paper is no paper, is named at its field and nothing is written',
  async () => {
    const town = townLike('Taşköyü', 'taskoyu');
    const id = await toSign(town);
    await openLetterOf(town.mayor, '/mandate');
    await fill('give-mandate', {
      'mandate.decidedOn': '2026-05-02',
      'mandate.effectiveOn': '2026-05-01',
      'mandate.text': '12 ab',
    });
    await send('give-mandate');
    expect(await page.locator('.summary li').allInnerTexts()).toEqual([
      'The fingerprint of the text is not a fingerprint: 64 characters from 0 to 9 and a to f',
    ]);
    await fill('give-mandate', { 'mandate.text': '' });
    await send('give-mandate');
    expect(await page.locator('.summary li').allInnerTexts()).toEqual([
      'The day on which the decision comes into force lies before the decision itself, 2026-05-02',
    ]);
    await fill('give-mandate', { 'mandate.effectiveOn': '2026-05-02' });
    const noPaper = { name: 'decision.pdf', mimeType: 'application/pdf', buffer: Buffer.from('not a paper') };
    await page.locator('#give-mandate [name=decision]').setInputFiles(noPaper);
    await send('give-mandate');
    expect(await page.locator('.summary li').allInnerTexts()).toEqual([
      'The decision is neither a PDF nor a JPEG or PNG picture: save or scan it as one of these',
    ]);
    const papers = await papersOf(system.door.records.database, id);
    expect(papers.filter(({ kind }) => kind === 'mandate')).toEqual([]);
  },
);
