import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { within } from '../../cli/demo/inbox.ts';
import type { StaffMember } from '../../records/staff.ts';
import { actOnAnnouncement } from '../../service/announcement-acts.ts';
import { createAnnouncement } from '../../service/announcement-creation.ts';
import { showAnnouncement } from '../../service/announcement-questions.ts';
import { listOnboardings } from '../../service/questions.ts';
import { applicationFields, statementFields } from '../../web/portal/form-fields.ts';
import { at, decide, signatureOf, staffMember, taken, wordsOf } from '../support/acting.ts';
import { startTestSystem, type TestSystem } from '../support/system.ts';
import { townLike } from '../support/towns.ts';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
if (!executablePath)
  process.stderr.write(
    '\nSKIPPED: the journey in a real browser, because chromium is not at /usr/bin/chromium (Debian: apt-get install chromium).\n\n',
  );
const inBrowser = executablePath ? test : test.skip;

let system: TestSystem;
let browser: Browser;
let profile: string;
let officers: [StaffMember, StaffMember];

beforeAll(async () => {
  if (!executablePath) return;
  system = await startTestSystem();
  officers = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
  profile = await mkdtemp(join(tmpdir(), 'oasc-browser-'));
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ];
  browser = await chromium.launch({ executablePath, args: [...args, '--disable-component-update'] });
});
afterAll(async () => {
  if (!executablePath) return;
  await browser.close();
  await rm(profile, { recursive: true, force: true });
  await system.stop();
});

const town = townLike('Çınarköprü', 'cinarkopru');

inBrowser(
  'a city goes all the way in a real browser, without a script: applies, signs, gives its words and is announced',
  async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const page = await context.newPage();

    await page.goto(`${system.address}/join`);
    await fillIn(page.locator('#apply'), applicationFields(town.application));
    await submit(page, '#apply');
    expect(await page.locator('h1').innerText()).toMatch(/sent/i);
    const [summary] = await listOnboardings(system.door);
    const id = summary?.id ?? '';
    expect(id).toBe('tr-cinarkopru.1');

    taken(await decide(system, officers[0], id, { kind: 'accept' }));
    await at(system, id, 'letter', 'sign');
    await page.goto(await system.inbox.linkFor(town.mayor, 'sign'));
    const before = await system.inbox.count(town.mayor);
    await submit(page, '#ask-code');
    const code = await system.inbox.codeFor(town.mayor, before);
    const sign = page.locator('#sign');
    await fillIn(sign, [
      ['typedName', town.mayorName],
      ['holdsOffice', 'yes'],
      ['consents', 'yes'],
      ['code', code],
    ]);
    await submit(page, '#sign');
    const { stage } = await at(system, id, 'letter', 'verify');
    taken(await decide(system, officers[0], id, { kind: 'verify', sha256: signatureOf(stage) }));
    taken(await decide(system, officers[1], id, { kind: 'countersign' }));

    await at(system, id, 'statement', 'draft');
    await page.goto(await system.inbox.linkFor(town.office, 'draft'));
    await page.goto(`${page.url()}?blocks=3&quotes=2`);
    await fillIn(page.locator('#draft'), statementFields(town.statement));
    await submit(page, '#draft');
    await at(system, id, 'statement', 'confirm');
    await page.goto(await system.inbox.linkFor(town.mayor, 'confirm'));
    const asked = await system.inbox.count(town.mayor);
    await submit(page, '#ask-code');
    await fillIn(page.locator('#confirm'), [['code', await system.inbox.codeFor(town.mayor, asked)]]);
    await submit(page, '#confirm');
    const words = await at(system, id, 'statement', 'approve');
    taken(await decide(system, officers[1], id, { kind: 'approve-words', sha256: wordsOf(words) }));
    await at(system, id, 'announcement');

    const address = await announced(id);
    await page.goto(address);
    expect(await page.locator('h1').allInnerTexts()).toEqual(['Çınarköprü Joins OASC']);
    const text = (await page.locator('main').innerText()).replaceAll('\n', ' ');
    expect(text).toContain(
      '“A sensor on a lamp post should say what it measures and for whom,” says Defne Ardıç, Mayor of Çamlıova.',
    );
    await context.close();
  },
);

inBrowser(
  'what is wrong in a form is named at the top and at its field, and nothing that was typed is lost',
  async () => {
    const page = await browser.newPage();
    await page.goto(`${system.address}/join`);
    const fields = applicationFields(town.application).map(([name, value]): [string, string] =>
      name === 'authority.population.source' ? [name, ''] : [name, value],
    );
    await fillIn(page.locator('#apply'), fields);
    await submit(page, '#apply');
    expect(await page.title()).toMatch(/^Error: /);
    const link = page.locator('a[href^="#"]', { hasText: /comes from|source/i }).first();
    await link.click();
    expect(await page.locator(':focus, :target').first().count()).toBe(1);
    expect(await page.locator('[name="authority.legalName"]').inputValue()).toBe(town.application.authority.legalName);
    await page.close();
  },
);

async function announced(id: string): Promise<string> {
  const plan = { author: { name: 'Ada Lindqvist (sample)' }, cities: [town.city] };
  const { announcement, version, stage } = taken(
    await createAnnouncement(system.door, officers[0], { id: crypto.randomUUID(), plan }),
  );
  const article = stage.step === 'draft' ? stage.article : '';
  const act = { id: crypto.randomUUID(), version, decision: { kind: 'approve', article } };
  taken(await actOnAnnouncement(system.door, officers[1], announcement, act));
  await at(system, id, 'announced');
  return await within('the article', async () => {
    const file = await showAnnouncement(system.door, announcement);
    return file?.view.stage.step === 'published' ? `${system.address}/news/${file.slug}/` : null;
  });
}

type FormField = { tagName: string; getAttribute(name: string): string | null };

async function fillIn(form: Locator, fields: readonly (readonly [string, string])[]): Promise<void> {
  await unfold(form.page());
  for (const [name, value] of fields) {
    const field = form.locator(`[name="${name}"]`).first();
    const kind = await field.evaluate(
      (element: FormField) => `${element.tagName} ${element.getAttribute('type') ?? ''}`,
    );
    if (kind.startsWith('SELECT')) await field.selectOption(value);
    else if (kind.endsWith('checkbox')) await field.check();
    else if (kind.endsWith('radio')) await form.locator(`[name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
}

/** Opens what is folded, as a reader would to find a field. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator('main details:not([open]) > summary').filter({ visible: true });
  while ((await folded.count()) > 0) await folded.first().click();
}

async function submit(page: Page, form: string): Promise<void> {
  await unfold(page);
  await Promise.all([
    page.waitForLoadState('load'),
    page.locator(`${form} button[type="submit"], ${form} button:not([type])`).last().click(),
  ]);
}
