import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { projectFolder } from './settings.ts';

/** Where the prebuilt workflows lie: with the build, whichever of sources and build is running. */
export const bundlePath = join(projectFolder(), 'dist', 'workflow-bundle.js');

/** Bundles the workflows for the worker's sandbox; takes a few seconds, so it is done once, when building. */
export async function bundleWorkflows(): Promise<string> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const workflowsPath = fileURLToPath(new URL(`../workflows/index.${extension}`, import.meta.url));
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
  return code;
}

const nothing = () => {};
const aloud = (message: string) => void process.stderr.write(`${message}\n`);
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: aloud, error: aloud };

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(bundlePath, await bundleWorkflows());
