import { serve } from '@hono/node-server';
import autocannon from 'autocannon';
import { Hono } from 'hono';
import { applied, at, visit } from '../../test/support/acting.ts';
import { townLike } from '../../test/support/towns.ts';
import { inBenchSystem } from '../bench-system.ts';
import type { Part } from '../figure.ts';

/** How often a city's status page is served at 50 connections, against the same page as a constant text. */
export const statusPage: Part = async ({ full }) =>
  await inBenchSystem(async (system) => {
    const town = townLike('Bench Status', 'bench-status');
    await at(system, await applied(system, town), 'review');
    await visit(system, town.main, 'status');
    const [mail] = (await system.catcher.mails()).filter(({ to }) => to === town.main);
    const link = /https?:\S+\/join\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    const first = await fetch(link);
    const page = await first.text();
    if (!first.ok || !page.includes('Bench Status')) throw new Error('the status page is not there');

    const constant = await serveConstant(page);
    const seconds = full ? 10 : 4;
    await rate(link, 1);
    await rate(constant.url, 1);
    const ours = await rate(link, seconds);
    const limit = await rate(constant.url, seconds);
    constant.stop();
    return [
      {
        name: 'status page at 50 connections',
        unit: 'pages/s',
        ours,
        limit,
        beside: 'the same page as a constant',
        goal: { at: 'least', ratio: 0.5 },
      },
    ];
  });

/** Pages a second; whoever asks is in a thread of its own, beside the server. */
async function rate(url: string, duration: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, duration, connections: 50, workers: 1 });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} pages were not served`);
  return requests.average;
}

async function serveConstant(page: string): Promise<{ url: string; stop(): void }> {
  const app = new Hono().get('/', (c) => c.html(page));
  return await new Promise((ready) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      ready({ url: `http://127.0.0.1:${port}/`, stop: () => void server.close() }),
    );
  });
}
