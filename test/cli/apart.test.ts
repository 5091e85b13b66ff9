import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { createCity } from '../../cli/demo/city.ts';
import { openInbox } from '../../cli/demo/inbox.ts';
import { openMailFolder } from '../../worker/adapters/mail-folder.ts';
import { startDevServer } from '../../worker/dev-server.ts';
import { freePort } from '../../worker/free-port.ts';
import { missingSearchAttributes } from '../../worker/search-attributes.ts';
import { projectFolder } from '../../worker/settings.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';
import { inventedTown } from '../faults/towns.ts';
import { dataFolder } from '../support/data-folders.ts';
import { firstToken, within } from '../support/service.ts';

type Apart = { stop(): Promise<number | null>; said(): string };

const open = new Set<Apart>();
afterEach(async () => {
  for (const one of open) await one.stop();
  open.clear();
});

/** A process of the service as a container runs it: by itself, told everything by its environment. */
function apart(module: string, env: NodeJS.ProcessEnv, words: string[] = []): Apart {
  const path = join(projectFolder(), 'dist', module);
  const child = spawn(process.execPath, [path, ...words], { env: { ...process.env, ...env }, stdio: 'pipe' });
  const ended = once(child, 'close');
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  const one = {
    said: () => said,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
  open.add(one);
  return one;
}

async function answers(address: string): Promise<boolean> {
  return await fetch(address).then(
    ({ ok }) => ok,
    () => false,
  );
}

test('web and worker run apart against a server that somebody else started, as in containers, and drain when told', async () => {
  const folder = join(await dataFolder(), 'data');
  await mkdir(folder, { mode: 0o700 });
  const server = await startDevServer({ cli: await findTemporalCli({ say: () => {} }) });
  const [mail, port, metrics] = [await freePort(), await freePort(), await freePort()];
  const env = {
    OASC_DATA: folder,
    PORT: String(port),
    OASC_MAIL: `smtp://127.0.0.1:${mail}`,
    TEMPORAL_ADDRESS: server.address,
    TEMPORAL_NAMESPACE: server.namespace,
    OASC_METRICS_PORT: String(metrics),
  };
  try {
    const post = apart('worker/catch-mail.js', { ...env, OASC_MAIL: 'catch' }, [String(mail)]);
    const web = apart('web/main.js', env);
    await within(30_000, 'the web', () => answers(`http://127.0.0.1:${port}/health`));
    const worker = apart('worker/main.js', env);
    await within(30_000, 'the worker', () => answers(`http://127.0.0.1:${metrics}/health`));
    const connection = await Connection.connect({ address: server.address });
    expect(await missingSearchAttributes(new Client({ connection }))).toEqual([]);
    await connection.close();

    const address = `http://127.0.0.1:${port}`;
    const mails = async () => await (await openMailFolder(join(folder, 'mails'))).all();
    await createCity(inventedTown(1), address, openInbox(mails)).apply();
    await within(20_000, 'the mail to the city', async () => (await mails()).length > 0);
    const headers = { authorization: `Bearer ${await firstToken(folder)}` };
    const cases = (await (await fetch(`${address}/api/cases`, { headers })).json()) as { stage: string }[];
    expect(cases.map(({ stage }) => stage)).toEqual(['review']);
    expect([await worker.stop(), await web.stop(), await post.stop()]).toEqual([0, 0, 0]);
    expect(worker.said()).toContain('"msg":"stopped"');
  } finally {
    await server.stop();
  }
}, 90_000);

test('a worker whose mails nobody would catch refuses to start, and says what to set', async () => {
  const worker = apart('worker/main.js', {
    OASC_DATA: join(await dataFolder(), 'data'),
    TEMPORAL_ADDRESS: '127.0.0.1:1',
  });
  await within(20_000, 'the worker to end', async () => worker.said().includes('Nobody catches mails'));
  expect(worker.said()).toContain(
    'Nobody catches mails for this worker: start it by `oasc start`, or set OASC_MAIL to a mail server.',
  );
});
