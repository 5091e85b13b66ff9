import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { type Serving, serveApp } from '../../../web/serve.ts';
import { projectFolder } from '../../../worker/settings.ts';
import { camliova } from '../../support/city-in-play.ts';
import { hasTerminal, openTerminal, type Terminal } from '../../support/terminal.ts';
import { type Office, openOffice, tokenOf, writeDown } from '../../web/staff-api/office.ts';

const there = await hasTerminal();
if (!there)
  process.stderr.write(
    '\nSKIPPED: the screens in a real terminal, because there is no tmux (Debian: apt-get install tmux).\n\n',
  );
const inTerminal = there ? test : test.skip;

let office: Office;
let web: Serving;
let token: string;
let terminal: Terminal | null = null;

beforeAll(async () => {
  office = await openOffice();
  web = await serveOffice(0);
  token = (await tokenOf(office, ['reviewer'])).authorization.replace('Bearer ', '');
  await writeDown(office, camliova);
});
afterEach(async () => {
  await terminal?.close();
  terminal = null;
});
afterAll(async () => {
  await web.stop();
  await office.close();
});

async function serveOffice(port: number): Promise<Serving> {
  return await serveApp(new Hono().route('/api', office.api), { host: '127.0.0.1', port });
}

async function open(environment: Record<string, string> = {}): Promise<Terminal> {
  return (terminal = await openTerminal({ OASC_URL: web.address, OASC_TOKEN: token, ...environment }));
}

inTerminal('the inbox is seen, and q leaves the terminal as it was', async () => {
  const screens = await open();
  const seen = await screens.sees('tr-camliova');
  expect(seen[5]).toMatch(/^> [!*] tr-camliova +TR {2}review {5}read the application /);
  expect(await screens.flag('alternate_on')).toBe('1');
  await screens.press('q');
  await screens.sees('left with 0');
  expect([await screens.flag('alternate_on'), await screens.flag('cursor_flag')]).toEqual(['0', '1']);
});

inTerminal('with NO_COLOR no colour is sent, and the same cells are seen', async () => {
  const coloured = await open();
  const cells = await coloured.sees('tr-camliova');
  await coloured.close();
  const plain = await open({ NO_COLOR: '1' });
  const seen = await plain.sees('tr-camliova');
  const withoutClock = (rows: string[]) => rows.slice(0, 20);
  expect(withoutClock(seen)).toEqual(withoutClock(cells));
  const codes = (await plain.screen({ colours: true })).join('').matchAll(/\[([\d;]+)m/g);
  const colours = [...codes].flatMap(([, code = '']) => code.split(';')).filter((code) => /^[349]\d$/.test(code));
  expect(colours.filter((code) => code !== '39' && code !== '49')).toEqual([]);
});

inTerminal('while nobody answers the list stays, and the screen says since when; it comes back by itself', async () => {
  const screens = await open();
  await screens.sees('tr-camliova');
  const port = Number(new URL(web.address).port);
  await web.stop();
  const lost = await screens.sees('No answer from 127.0.0.1', 10);
  expect(lost[5]).toMatch(/tr-camliova/);
  web = await serveOffice(port);
  await screens.sees('Live, ', 20);
});

inTerminal('a token that is not known is said to be so, with who gives another', async () => {
  const screens = await open({ OASC_TOKEN: 'oasc_not-one-of-ours' });
  await screens.sees('This token is not known here: ask an administrator for another.');
});

inTerminal('a window that becomes too small says so, and shows the list again when it is large enough', async () => {
  const screens = await open();
  await screens.sees('tr-camliova');
  await screens.resize(52, 12);
  await screens.sees('oasc needs 60 x 16.');
  await screens.resize(120, 40);
  const seen = await screens.sees('tr-camliova');
  expect(seen[4]).toBe('-'.repeat(120));
});

inTerminal('who presses Ctrl-C or is ended by a signal gets the terminal back', async () => {
  const screens = await open();
  await screens.sees('tr-camliova');
  await screens.press('C-c');
  await screens.sees('left with 130');
  expect(await screens.flag('alternate_on')).toBe('0');
  await screens.close();
  const other = await open();
  await other.sees('tr-camliova');
  await other.signal('SIGTERM');
  await other.sees('left with');
  expect([await other.flag('alternate_on'), await other.flag('cursor_flag')]).toEqual(['0', '1']);
});

test('without a terminal nothing is drawn: one line says what to use instead, and the exit code is 2', async () => {
  const ended = await new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [join(projectFolder(), 'cli', 'oasc.js')], (error, out, err) =>
      resolve({ code: error?.code ?? 0, out, err }),
    );
    child.stdin?.end();
  });
  expect(ended).toEqual({
    code: 2,
    out: '',
    err: 'This needs a terminal. Without one: oasc application list --json\n',
  });
});
