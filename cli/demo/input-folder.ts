import { join } from 'node:path';
import { AnnouncementPlan } from '../../domain/announcement-plan.ts';
import { Application } from '../../domain/application.ts';
import { cityIdFor, type KnownCity } from '../../domain/city-id.ts';
import type { CityId } from '../../domain/ids.ts';
import { notYet, toldTooEarly } from '../../domain/in-the-future.ts';
import { LetterAnswer } from '../../domain/letter-answer.ts';
import type { Parsed, Problem } from '../../domain/problems.ts';
import { Statement } from '../../domain/statement.ts';
import { cityFolders, type FileCheck, readBeside, readJson } from '../input-files.ts';

export type CityInput = {
  city: CityId;
  folder: string;
  application: Application;
  letter: LetterAnswer;
  scan: Uint8Array | null;
  statement: Statement;
};
export type DemoInput = { announcement: AnnouncementPlan; image: Uint8Array | null; cities: CityInput[] };

/**
 * Reads a folder of input whole: `announcement.json`, the picture it names, and `cities/<name>/` with application, letter
 * and statement. Every problem of every file comes back at once; nothing has been started then.
 */
export async function readInputFolder(
  folder: string,
  checks: { image: FileCheck; scan: FileCheck },
): Promise<Parsed<DemoInput>> {
  const problems: Problem[] = [];
  const file = 'announcement.json';
  const { value: announcement } = await readJson(folder, file, AnnouncementPlan, problems);
  const image = announcement?.image
    ? await readBeside(folder, { file, path: 'image.file' }, announcement.image.file, checks.image, problems)
    : null;
  const names = await cityFolders(folder, problems);
  const known: KnownCity[] = [];
  const cities: CityInput[] = [];
  for (const name of names) {
    const city = await readCity(folder, name, known, checks.scan, problems);
    if (city) cities.push(city);
  }
  // A folder whose application cannot be read may be any city, so nobody can say then which city has none.
  if (announcement && known.length === names.length) problems.push(...unknownCities(announcement, known));
  if (problems.length > 0 || !announcement) return { ok: false, problems };
  return { ok: true, value: { announcement, image, cities } };
}

/** Reads one city, and adds it to those that are known by their application; null where any of its files is wrong. */
async function readCity(
  folder: string,
  name: string,
  known: KnownCity[],
  check: FileCheck,
  problems: Problem[],
): Promise<CityInput | null> {
  const place = `cities/${name}`;
  const files = {
    application: `${place}/application.json`,
    letter: `${place}/letter.json`,
    statement: `${place}/statement.json`,
  };
  const { input, value: application } = await readJson(folder, files.application, Application, problems);
  problems.push(
    ...toldTooEarly(input, new Date().toISOString()).map((problem) => ({ file: files.application, ...problem })),
  );
  const city = application ? cityOf(application, files.application, known, problems) : null;
  const { value: letter } = await readJson(folder, files.letter, LetterAnswer, problems);
  if (letter?.signedOn)
    problems.push(
      ...notYet('signedOn', letter.signedOn, today()).map((problem) => ({ file: files.letter, ...problem })),
    );
  const scan = letter?.scan
    ? await readBeside(join(folder, place), { file: files.letter, path: 'scan' }, letter.scan, check, problems)
    : null;
  const { value: statement } = await readJson(folder, files.statement, Statement, problems);
  if (!application || city === null || !letter || !statement) return null;
  return { city, folder: name, application, letter, scan, statement };
}

/** The id of a city, which no folder before it may have. */
function cityOf({ authority }: Application, file: string, known: KnownCity[], problems: Problem[]): CityId {
  const city = cityIdFor(authority, known);
  if (known.some((one) => one.city === city))
    problems.push({ file, path: 'authority.name', message: `is the same city as another folder's: ${city}` });
  known.push({ city, legalName: authority.legalName });
  return city;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function unknownCities(announcement: AnnouncementPlan, known: readonly KnownCity[]): Problem[] {
  return announcement.cities.flatMap((city, index) =>
    known.some((one) => one.city === city)
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
