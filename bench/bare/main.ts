import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { bareCode, startBareWorker } from './worker.ts';

/** Where the bare workflow lies, bundled before anything is measured, as ours is. */
const bundle = fileURLToPath(new URL('./bundle.js', import.meta.url));

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });

// The bare worker as a process of its own; with `bundle` it only makes the bundle.
if (process.argv[2] === 'bundle' || !existsSync(bundle)) await writeFile(bundle, await bareCode());
if (process.argv[2] !== 'bundle') await startBareWorker(process.env['TEMPORAL_ADDRESS'] ?? '', { codePath: bundle });
