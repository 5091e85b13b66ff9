import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
if (!executablePath)
  process.stderr.write(
    '\nSKIPPED: pages in a real browser, because chromium is not at /usr/bin/chromium (Debian: apt-get install chromium).\n\n',
  );

/** A test that needs a real browser; skipped, loudly, where there is none. */
export const inBrowser = executablePath ? test : test.skip;
export const hasBrowser = executablePath !== undefined;

export async function openBrowser(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  return await chromium.launch({ executablePath: executablePath ?? '', args });
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Found = { violations: { id: string; nodes: { html: string }[] }[] };

/** What axe finds against WCAG 2.2 AA on a page as it is drawn, and whether anything runs out of the window sideways. */
export async function flaws(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )) as Found;
  const tooWide = (await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  )) as boolean;
  return [
    ...found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
    ...(tooWide ? ['wider than the window'] : []),
  ];
}

/** The same page at its narrowest by day, and on a desk by night: what is wrong with each. */
export async function flawsEverywhere(browser: Browser, address: string): Promise<Record<string, string[]>> {
  const wrong: Record<string, string[]> = {};
  for (const [width, colorScheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const) {
    const context = await browser.newContext({ viewport: { width, height: 844 }, colorScheme });
    const page = await context.newPage();
    await page.goto(address);
    const found = await flaws(page);
    if (found.length > 0) wrong[`${width} ${colorScheme}`] = found;
    await context.close();
  }
  return wrong;
}
