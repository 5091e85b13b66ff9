import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Network } from '../domain/network.ts';
import { parsed } from '../domain/problems.ts';

/** Reads `network.json`, the one place that says which network this is; OASC's own is the default. */
export async function readNetwork(file: string = join(projectFolder(), 'network.json')): Promise<Network> {
  const network = parsed(Network, JSON.parse(await readFile(file, 'utf8')), file);
  if (network.ok) return network.value;
  const problems = network.problems.map(({ path, message }) => `  ${path} ${message}`).join('\n');
  throw new Error(`${file} does not describe a network:\n${problems}`);
}

/** The folder of the project, whether its sources or its build are running. */
export function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
