import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from '@jest/globals';
import { freePort } from '../../worker/free-port.ts';

const program = [process.env['TEST_VERSITYGW'] ?? [], 'versitygw', join(homedir(), 'go', 'bin', 'versitygw')]
  .flat()
  .find((candidate) => spawnSync(candidate, ['--version']).status === 0);

if (program === undefined)
  console.warn(
    'SKIPPED: tests that keep documents in a bucket, because versitygw cannot be run (go install github.com/versity/versitygw/cmd/versitygw@v1.8.0)',
  );

export const hasS3 = program !== undefined;

/** A test that speaks to an S3 server; where versitygw is missing it is skipped, and a warning says so. */
export const testWithS3 = hasS3 ? test : test.skip;

/** A real S3 server on loopback; `folder` is where its buckets are, each object a file, as whoever has the disk sees them. */
export type S3Server = { endpoint: string; folder: string; stop(): Promise<void> };

/** Starts a server with buckets of these names, and lets this process know its keys. */
export async function startS3(...buckets: string[]): Promise<S3Server> {
  const scratch = await mkdtemp(join(tmpdir(), 'oasc-s3-'));
  const folder = join(scratch, 'buckets');
  const attributes = join(scratch, 'attributes');
  await mkdir(attributes);
  for (const bucket of buckets) await mkdir(join(folder, bucket), { recursive: true });
  const port = await freePort();
  const keys = { id: 'invented', secret: 'invented-secret' };
  const server = spawn(
    program ?? '',
    ['--port', `127.0.0.1:${port}`, '--region', 'eu-central-1', '--quiet', 'posix', '--sidecar', attributes, folder],
    {
      env: { ...process.env, ROOT_ACCESS_KEY: keys.id, ROOT_SECRET_KEY: keys.secret },
      stdio: 'ignore',
    },
  );
  process.once('exit', () => server.kill('SIGKILL'));
  process.env['AWS_ACCESS_KEY_ID'] = keys.id;
  process.env['AWS_SECRET_ACCESS_KEY'] = keys.secret;
  const endpoint = `http://127.0.0.1:${port}`;
  await answer(endpoint);
  return {
    endpoint,
    folder,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

async function answer(endpoint: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(50);
  }
  throw new Error('versitygw gave no answer for ten seconds.');
}
