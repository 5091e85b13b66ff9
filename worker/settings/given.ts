import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { type Parsed, type Problem, parsed } from '../../domain/problems.ts';
import { isTemporals, isTemporalsSecret, namesOfOthers, table } from './table.ts';

/** One setting that somebody gave: its text, and where it came from. */
export type Given = {
  name: string;
  value: string;
  origin: 'environment' | 'file';
  secret: boolean;
  temporals: boolean;
};

const kinds: Record<string, { schema: z.ZodType; secret?: true; tests?: true }> = table;

/** Every setting that was given and is right; the environment wins over the file, and an empty text counts as not given. */
export async function givenSettings(env: NodeJS.ProcessEnv, file: string): Promise<Parsed<Given[]>> {
  const written = await readSettingsFile(file);
  if (!written.ok) return written;
  const problems: Problem[] = [];
  const given = new Map<string, Given>();
  const take = (name: string, value: string, origin: Given['origin']) => {
    const problem = problemOf(name, value, origin, env);
    if (problem !== null)
      problems.push({ file: origin === 'file' ? file : 'the environment', path: name, message: problem });
    else {
      const secret = kinds[name]?.secret === true || isTemporalsSecret(name);
      given.set(name, { name, value, origin, secret, temporals: isTemporals(name) });
    }
  };
  for (const [name, value] of written.value) take(name, value, 'file');
  for (const [name, value = ''] of Object.entries(env))
    if (value !== '' && isOurs(name)) take(name, value, 'environment');
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: [...given.values()] };
}

/** In the environment stand many names of others, so only what could be meant for us is looked at. */
function isOurs(name: string): boolean {
  return name in table || isTemporals(name) || (name.startsWith('OASC_') && !namesOfOthers.includes(name));
}

function problemOf(name: string, value: string, origin: Given['origin'], env: NodeJS.ProcessEnv): string | null {
  if (isTemporals(name)) return null;
  const kind = kinds[name];
  if (!kind) return 'is not a known setting: check its spelling, or take it out';
  if (kind.tests && env['NODE_ENV'] !== 'test') return 'is for tests alone: take it out';
  if (name === 'OASC_DATA' && origin === 'file')
    return 'cannot stand in this file, which lies in the data folder itself: set it in the environment';
  const read = parsed(kind.schema, value);
  return read.ok ? null : (read.problems[0]?.message ?? 'is wrong');
}

/** The settings file as names and texts; nothing where there is none. */
async function readSettingsFile(file: string): Promise<Parsed<[string, string][]>> {
  const wrong = (path: string, message: string): Parsed<never> => ({ ok: false, problems: [{ file, path, message }] });
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { ok: true, value: [] };
    return wrong('', `cannot be read (${code}): give its owner the right to read it`);
  }
  const json = fromJson(text);
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    return wrong('', 'is not an object in JSON: write it as { "PORT": 4700 }');
  const entries: [string, string][] = [];
  const problems: Problem[] = [];
  for (const [path, value] of Object.entries(json)) {
    if (['string', 'number', 'boolean'].includes(typeof value)) entries.push([path, String(value)]);
    else problems.push({ file, path, message: 'is of the wrong kind: it must be a text or a number' });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: entries };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
