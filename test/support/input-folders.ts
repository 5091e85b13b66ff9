import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { sampleFolder } from './towns.ts';

const undo: string[] = [];
afterEach(async () => {
  for (const folder of undo.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A copy of the project's own sample, which is gone after the test. */
export async function inputFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-input-'));
  undo.push(folder);
  await cp(sampleFolder, folder, { recursive: true });
  return folder;
}

/** Changes what a file of JSON in a folder says; what is given here goes over what stands there, object by object. */
export async function changeJson(folder: string, file: string, change: object): Promise<void> {
  const before: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
  await writeFile(join(folder, file), JSON.stringify(over(before, change)));
}

function over(before: unknown, change: unknown): unknown {
  if (!isObject(before) || !isObject(change)) return change;
  return Object.fromEntries(
    [...new Set([...Object.keys(before), ...Object.keys(change)])].map((name) => [
      name,
      name in change ? over(before[name], change[name]) : before[name],
    ]),
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
