import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Problem, parsed } from '../domain/problems.ts';

/** What a file must be, told by its content; gives a sentence where it is not. */
export type FileCheck = (file: Uint8Array) => Promise<string | null>;

/** A file of JSON: what it says as it came, and as the schema has it; the value is null where something is wrong with it. */
export type JsonRead<Value> = { input: unknown; value: Value | null };

/** Reads a file of JSON by its schema; what is wrong with it is added to the problems. */
export async function readJson<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
  problems: Problem[],
): Promise<JsonRead<z.output<Schema>>> {
  const nothing = (message: string) => {
    problems.push({ file, path: '', message });
    return { input: undefined, value: null };
  };
  const bytes = await bytesOf(join(folder, file));
  if (typeof bytes === 'string') return nothing(bytes);
  const written = inUnicode(bytes);
  if (written === null) return nothing('is not text in UTF-8: save it in that encoding');
  const json = fromJson(written);
  if (!json) return nothing('is not JSON: check quotation marks, commas and brackets');
  const result = parsed(schema, json.input, file);
  if (!result.ok) problems.push(...result.problems);
  return { input: json.input, value: result.ok ? result.value : null };
}

/** Reads the file that a field names, beside the JSON that names it. */
export async function readBeside(
  folder: string,
  { file, path }: { file: string; path: string },
  name: string,
  check: FileCheck,
  problems: Problem[],
): Promise<Uint8Array | null> {
  const bytes = await bytesOf(join(folder, name));
  const why = typeof bytes === 'string' ? `names ${name}, which ${bytes}` : await check(bytes);
  if (why !== null) problems.push({ file, path, message: why });
  return typeof bytes === 'string' || why !== null ? null : bytes;
}

/** The names of the folders in `cities/`, sorted; those that begin with a dot belong to somebody's tools. */
export async function cityFolders(folder: string, problems: Problem[]): Promise<string[]> {
  const place = join(folder, 'cities');
  const entries = await readdir(place).catch((error: NodeJS.ErrnoException) => error);
  const names: string[] = [];
  for (const name of Array.isArray(entries) ? entries.toSorted() : [])
    if (!name.startsWith('.') && (await stat(join(place, name)).catch(() => null))?.isDirectory()) names.push(name);
  if (names.length === 0) problems.push({ file: 'cities', path: '', message: whyNone(entries) });
  return names;
}

function whyNone(entries: string[] | NodeJS.ErrnoException): string {
  if (Array.isArray(entries)) return 'holds no folder of a city';
  return entries.code === 'ENOENT' ? 'is missing' : 'is not a folder that can be read';
}

/** The bytes of a file, or why there are none; only what is a plain file is read, since a device may never end. */
async function bytesOf(place: string): Promise<Uint8Array | string> {
  try {
    return (await stat(place)).isFile() ? await readFile(place) : 'is not a file';
  } catch (error) {
    const isMissing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
    return isMissing ? 'is missing' : 'cannot be read';
  }
}

function inUnicode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function fromJson(written: string): { input: unknown } | null {
  try {
    return { input: JSON.parse(written) };
  } catch {
    return null;
  }
}
