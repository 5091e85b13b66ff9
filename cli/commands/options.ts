import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text as readStream } from 'node:stream/consumers';
import { whereCallerStands } from '../data-folder.ts';
import { Troubled } from '../trouble.ts';
import type { Call, Option } from './verb.ts';

/** The options of every act: its id, and the version that it was decided on. */
export const actOptions: readonly Option[] = [
  ['--id <id>', 'the id of this act: sent twice with the same id, it is taken once'],
  ['--version <number>', 'the version that you decided on; else the one that is read now'],
];

export const reasonOptions: readonly Option[] = [
  ['--reason <words>', 'why'],
  ['--reason-file <file>', 'a file that says why; - reads it from stdin'],
];

export const untilOption: Option = [
  '--until <time>',
  'a day (2027-03-31, until 18:00 here) or a time with its zone (2027-03-31T12:00[Europe/Brussels], "2027-03-31 23:59 CET")',
];

/** The words of an option, or of the file that its `-file` twin names; undefined where neither is given. */
export async function wordsOf({ options }: Pick<Call, 'options'>, name: string): Promise<string | undefined> {
  const given = option(options, name);
  const file = option(options, `${name}File`);
  if (given !== undefined && file !== undefined)
    throw new Troubled('usage', `Give --${name} or --${name}-file, not both.`);
  return file === undefined ? given : await wordsIn(file);
}

/** The same, where it must be given. */
export async function neededWords(call: Pick<Call, 'options'>, name: string): Promise<string> {
  const words = await wordsOf(call, name);
  if (words === undefined) throw new Troubled('usage', `--${name} is missing: give --${name} or --${name}-file.`);
  return words;
}

/** The value of an option that must be given. */
export function needed(options: Call['options'], name: string): string {
  const value = option(options, name);
  if (value === undefined) throw new Troubled('usage', `--${inKebab(name)} is missing.`);
  return value;
}

export function option(options: Call['options'], name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** A whole number given as an option; undefined where it is not given. */
export function numberOf(options: Call['options'], name: string): number | undefined {
  const written = option(options, name);
  if (written === undefined) return undefined;
  if (!/^\d{1,9}$/.test(written)) throw new Troubled('usage', `--${inKebab(name)} is not a whole number: ${written}`);
  return Number(written);
}

/** A time with its zone as the API wants it (RFC 9557); a day alone ends at 18:00 in the zone of whoever types. */
export function zoned(written: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return written;
  return `${written}T18:00[${Intl.DateTimeFormat().resolvedOptions().timeZone}]`;
}

/** A path that somebody typed, from where they stand. */
export function pathGiven(written: string): string {
  return resolve(whereCallerStands(), written);
}

/** A text in a file, or from stdin where the file is called -. */
export async function wordsIn(file: string): Promise<string> {
  try {
    return (file === '-' ? await readStream(process.stdin) : await readFile(pathGiven(file), 'utf8')).trim();
  } catch {
    throw new Troubled('invalid', 'The file with the words cannot be read.', {
      problems: [{ file, path: '', message: 'cannot be read' }],
    });
  }
}

function inKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
