import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createApp } from '../../../web/app.ts';
import { serveApp } from '../../../web/serve.ts';
import { letterPdf } from '../../support/pdf-files.ts';
import { flaws, flawsEverywhere, hasBrowser, inBrowser, openBrowser } from '../../support/real-browser.ts';
import { authority, signedPdf } from '../../support/signing-peers.ts';
import { type Office, openOffice } from '../staff-api/office.ts';

const folder = mkdtempSync(join(tmpdir(), 'oasc-check-browser-'));
const root = authority(folder, 'TEST Authority of Open Towns');
const seal = root.certifies('TEST Seal of Open Towns');

let office: Office;
let web: Awaited<ReturnType<typeof serveApp>>;
let address: string;
let browser: Browser | null = null;

beforeAll(async () => {
  const trust = { ours: [seal.pem], trusted: [root.pem], qualified: [], timestamps: [] };
  office = await openOffice({ trust: async () => trust });
  web = await serveApp(createApp(office.door, { siteFolder: join(folder, 'site') }), { host: '127.0.0.1', port: 0 });
  address = web.address;
  office.door.address = address;
  if (hasBrowser) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await web.stop();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

inBrowser(
  'a reader chooses a letter, presses Check and reads what it is, by day and by night, without a script',
  async () => {
    if (!browser) throw new Error('There is no browser.');
    expect(await flawsEverywhere(browser, `${address}/check`)).toEqual({});
    expect(await flawsEverywhere(browser, `${address}/check/not-a-code`)).toEqual({});
    const told: [string, string[]][] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        viewport: { width: 360, height: 800 },
        colorScheme,
        javaScriptEnabled: true,
      });
      const page = await context.newPage();
      await page.goto(`${address}/check`);
      const buffer = signedPdf(letterPdf, { by: seal, root });
      await page.getByLabel('The letter').setInputFiles({ name: 'mine.pdf', mimeType: 'application/pdf', buffer });
      await page.getByRole('button', { name: 'Check' }).click();
      told.push([(await page.getByRole('heading', { level: 1 }).innerText()).trim(), await flaws(page)]);
      await context.close();
    }
    expect(told).toEqual([
      ['+ Our seal, and whole', []],
      ['+ Our seal, and whole', []],
    ]);
  },
);

test('over the network, a file of 20 MB is looked at and one byte more than the limit is turned away', async () => {
  const send = async (length: number) => {
    const body = new FormData();
    body.append('letter', new File([new Uint8Array(length).fill(0x25)], 'large.pdf'));
    const answer = await fetch(`${address}/check`, { method: 'POST', body }).catch(() => null);
    return answer === null ? 'connection closed' : answer.status;
  };
  expect(await send(20 * 1024 * 1024)).toEqual(200);
  expect([413, 'connection closed']).toContain(await send(20 * 1024 * 1024 + 70_000));
  expect((await fetch(`${address}/check`)).status).toEqual(200);
});
