import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { serveApp } from '../../web/serve.ts';

const here = { host: '127.0.0.1', port: 0 };

test('a free port is found, and a port that is taken is named', async () => {
  const web = await serveApp(
    new Hono().get('/', (c) => c.text('here')),
    here,
  );
  expect(web.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(web.address)).text()).toEqual('here');
  const port = Number(new URL(web.address).port);
  await expect(serveApp(new Hono(), { ...here, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await web.stop();
  await expect(fetch(web.address)).rejects.toThrow();
});

test('the web stops at once for those who only keep a connection, and after their answer for those who wait', async () => {
  const slow = new Hono()
    .get('/slow', async (c) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return c.text('done');
    })
    .get('/', (c) => c.text('here'));
  const web = await serveApp(slow, here);
  const silent = connect(Number(new URL(web.address).port), '127.0.0.1').on('error', () => {});
  await (await fetch(web.address)).text();
  const answer = fetch(`${web.address}/slow`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = Date.now();
  await web.stop();
  expect(await (await answer).text()).toEqual('done');
  expect(Date.now() - began).toBeLessThan(2000);
  silent.destroy();
});

test('whoever takes too long is not waited for longer than five seconds', async () => {
  const web = await serveApp(
    new Hono().get('/', () => new Promise<Response>(() => {})),
    here,
  );
  const answer = fetch(web.address).catch(() => 'closed');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = Date.now();
  await web.stop();
  expect([await answer, Math.round((Date.now() - began) / 1000)]).toEqual(['closed', 5]);
});

test('what is too large is refused in words, however much is still to come', async () => {
  const app = new Hono();
  app.post('/', bodyLimit({ maxSize: 1024, onError: (c) => c.text('too large', 413) }), (c) => c.text('taken'));
  const web = await serveApp(app, here);
  const answer = await fetch(web.address, { method: 'POST', body: new Uint8Array(20 * 1024 * 1024) });
  expect([answer.status, await answer.text()]).toEqual([413, 'too large']);
  await web.stop();
});
