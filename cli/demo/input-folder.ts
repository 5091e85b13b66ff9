import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { AnnouncementPlan } from '../../domain/announcement-plan.ts';
import { Application } from '../../domain/application.ts';
import { cityIdFor, type KnownCity } from '../../domain/city-id.ts';
import type { CityId } from '../../domain/ids.ts';
import { notYet, toldTooEarly } from '../../domain/in-the-future.ts';
import { LetterAnswer } from '../../domain/letter-answer.ts';
import { type Parsed, type Problem, parsed } from '../../domain/problems.ts';
import { Statement } from '../../domain/statement.ts';

export type CityInput = {
  city: CityId;
  folder: string;
  application: Application;
  letter: LetterAnswer;
  scan: Uint8Array | null;
  statement: Statement;
};
export type DemoInput = { announcement: AnnouncementPlan; image: Uint8Array | null; cities: CityInput[] };

/** What a file must be, told by its content; gives a sentence where it is not. */
export type FileCheck = (file: Uint8Array) => Promise<string | null>;

/**
 * Reads a folder of input whole: `announcement.json`, the picture it names, and `cities/<name>/` with application, letter
 * and statement. Every problem of every file comes back at once; nothing has been started then.
 */
export async function readInputFolder(
  folder: string,
  checks: { image: FileCheck; scan: FileCheck },
): Promise<Parsed<DemoInput>> {
  const problems: Problem[] = [];
  const announcement = await readJson(folder, 'announcement.json', AnnouncementPlan, problems);
  const image = announcement?.image
    ? await readBeside(folder, 'announcement.json', 'image.file', announcement.image.file, checks.image, problems)
    : null;
  const names = await cityFolders(folder, problems);
  const cities: CityInput[] = [];
  for (const name of names) {
    const city = await readCity(folder, name, cities, checks.scan, problems);
    if (city) cities.push(city);
  }
  if (announcement && cities.length === names.length) problems.push(...unknownCities(announcement, cities));
  if (problems.length > 0 || !announcement) return { ok: false, problems };
  return { ok: true, value: { announcement, image, cities } };
}

async function readCity(
  folder: string,
  name: string,
  before: CityInput[],
  check: FileCheck,
  problems: Problem[],
): Promise<CityInput | null> {
  const place = `cities/${name}`;
  const application = await readJson(folder, `${place}/application.json`, Application, problems);
  const letter = await readJson(folder, `${place}/letter.json`, LetterAnswer, problems);
  const statement = await readJson(folder, `${place}/statement.json`, Statement, problems);
  const scan = letter?.scan
    ? await readBeside(join(folder, place), `${place}/letter.json`, 'scan', letter.scan, check, problems)
    : null;
  if (application)
    problems.push(
      ...toldTooEarly(application, today()).map((problem) => ({ file: `${place}/application.json`, ...problem })),
    );
  if (letter?.signedOn)
    problems.push(
      ...notYet('signedOn', letter.signedOn, today()).map((problem) => ({ file: `${place}/letter.json`, ...problem })),
    );
  if (!application || !letter || !statement) return null;
  const known: KnownCity[] = before.map((one) => ({ city: one.city, legalName: one.application.authority.legalName }));
  const city = cityIdFor(application.authority, known);
  if (known.some((one) => one.city === city))
    problems.push({
      file: `${place}/application.json`,
      path: 'authority.name',
      message: `is the same city as another folder's: ${city}`,
    });
  return { city, folder: name, application, letter, scan, statement };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function unknownCities(announcement: AnnouncementPlan, cities: readonly CityInput[]): Problem[] {
  return announcement.cities.flatMap((city, index) =>
    cities.some((one) => one.city === city)
      ? []
      : [
          {
            file: 'announcement.json',
            path: `cities[${index}]`,
            message: `names ${city}, but nobody has applied for it: no folder in cities/ is this city`,
          },
        ],
  );
}

async function readJson<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
  problems: Problem[],
): Promise<z.output<Schema> | null> {
  const written = await readFile(join(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => error);
  if (typeof written !== 'string') {
    problems.push({ file, path: '', message: written.code === 'ENOENT' ? 'is missing' : 'cannot be read' });
    return null;
  }
  try {
    const result = parsed(schema, JSON.parse(written.replace(/^\uFEFF/, '')), file);
    if (result.ok) return result.value;
    problems.push(...result.problems);
  } catch {
    problems.push({ file, path: '', message: 'is not JSON' });
  }
  return null;
}

async function readBeside(
  folder: string,
  file: string,
  path: string,
  name: string,
  check: FileCheck,
  problems: Problem[],
): Promise<Uint8Array | null> {
  const bytes = await readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => error);
  const why =
    bytes instanceof Error
      ? bytes.code === 'ENOENT'
        ? `names ${name}, which is missing`
        : `names ${name}, which cannot be read`
      : await check(bytes);
  if (why !== null) problems.push({ file, path, message: why });
  return bytes instanceof Error || why !== null ? null : bytes;
}

async function cityFolders(folder: string, problems: Problem[]): Promise<string[]> {
  const entries = await readdir(join(folder, 'cities'), { withFileTypes: true }).catch(() => null);
  const names =
    entries
      ?.filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted() ?? [];
  if (names.length === 0)
    problems.push({ file: 'cities', path: '', message: entries ? 'holds no folder of a city' : 'is missing' });
  return names;
}
