import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { createApp } from '../../web/app.ts';
import { answerFault } from '../../web/fault-page.ts';
import { openOffice } from './staff-api/office.ts';

test('staff API, portal and site stand side by side, and none answers for another', async () => {
  const office = await openOffice();
  const siteFolder = await mkdtemp(join(tmpdir(), 'oasc-app-'));
  await writeFile(join(siteFolder, 'index.html'), '<h1>News</h1>');
  try {
    const app = createApp(office.door, { siteFolder });
    expect(await (await app.request('/')).text()).toEqual('<h1>News</h1>');
    expect(await (await app.request('/api/health')).json()).toEqual({ status: 'ok' });
    expect((await app.request('/api/nothing')).status).toEqual(401);
    expect((await app.request('/join/portal.css')).headers.get('content-type')).toEqual('text/css; charset=utf-8');
    expect((await app.request('/join/nothing')).status).toEqual(404);
    const { headers } = await app.request('/nothing');
    expect(headers.get('referrer-policy')).toEqual('strict-origin-when-cross-origin');
  } finally {
    await office.close();
    await rm(siteFolder, { recursive: true, force: true });
  }
});

test('a page that breaks tells a number, and nothing of what broke', async () => {
  const written: string[] = [];
  const stderr = process.stderr.write;
  process.stderr.write = (text: string | Uint8Array) => written.push(String(text)) > 0;
  try {
    const app = new Hono().get('/', () => {
      throw new TypeError('Defne Ardıç has no address');
    });
    const answer = await app.onError(answerFault).request('/');
    const text = await answer.text();
    const number = /name the fault ([0-9A-F]{8})\./.exec(text)?.[1];
    expect([answer.status, answer.headers.get('content-type')]).toEqual([500, 'text/html; charset=UTF-8']);
    expect(text).not.toMatch(/Defne|TypeError|\.ts/);
    expect(written).toEqual([`fault ${number} TypeError\n`]);
  } finally {
    process.stderr.write = stderr;
  }
});

test('a full disk is told as such, with what to do, and not as a fault that nobody understands', async () => {
  const stderr = process.stderr.write;
  process.stderr.write = () => true;
  try {
    const app = new Hono().get('/', () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, write /srv/data'), { code: 'ENOSPC' });
    });
    const answer = await app.onError(answerFault).request('/');
    const text = await answer.text();
    expect(answer.status).toBe(507);
    expect(text).toContain('Our disk is full, and what you sent was not taken.');
    expect(text).not.toContain('/srv/data');
  } finally {
    process.stderr.write = stderr;
  }
});
