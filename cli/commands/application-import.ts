import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { ApplicationImportReport } from '../../service/application-import.ts';
import { type ImportRow, whereRows } from '../import-row.ts';
import { handInLetters } from '../signed-letters.ts';
import type { StaffClient } from '../staff-client.ts';
import { Troubled } from '../trouble.ts';
import { needed, option, pathGiven } from './options.ts';
import { counted, table } from './table.ts';
import { evidenceOption } from './upload.ts';
import { addVerb, type Call, type Said } from './verb.ts';

/** Adds `application import`: open applications that were dealt with elsewhere so far. */
export function importApplications(noun: Command): void {
  addVerb(noun, {
    call: 'import <path>',
    what: 'take in open applications where they stand: all or none, and each once. From a folder: <name>/application.json, state.json where it goes on at letter or statement, and letter.json with the signed letter that came along. From CSV: key, stage, and fields by their paths, such as authority.name or contacts[0].email',
    examples: ['application import ./open --evidence mail --dry-run', 'application import open.csv --evidence paper'],
    options: [
      evidenceOption,
      ['--dry-run', 'only say what would be done, and who may be there already'],
      ['--keep-apart <keys>', 'rows that look like somebody who is there, and are not; with commas between'],
      ['--skip-duplicates', 'leave out what may be there already, and take the rest'],
    ],
    run: take,
  });
}

async function take({ client, options, words: [path = ''] }: Call): Promise<Said> {
  const evidence = needed(options, 'evidence');
  const rows = await readRows(path);
  const api = await client();
  const dryRun = options['dryRun'] === true;
  const keys = option(options, 'keepApart');
  const input = {
    dryRun,
    evidence,
    rows: await Promise.all(rows.map((row) => sent(api, row))),
    ...(options['skipDuplicates'] === true ? { skipDuplicates: true } : {}),
    ...(keys === undefined ? {} : { keepApart: keys.split(',').map((key) => key.trim()) }),
  };
  const report = await api.post<ApplicationImportReport>('/applications/import', input).catch((error: unknown) => {
    if (!(error instanceof Troubled)) throw error;
    const { code, message, problems, ...more } = error.trouble;
    const none = code === 'invalid' ? `${message} No application was imported.` : message;
    throw new Troubled(code, none, { ...more, problems: whereRows(rows, problems) });
  });
  if (dryRun) return { data: report, words: inWords(report) };
  const { handedIn, problems } = await handInLetters(api, evidence, rows, report.rows);
  if (problems.length === 0)
    return { data: { ...report, lettersHandedIn: handedIn }, words: inWords(report, handedIn) };
  const taken = `${counted(report.imported, 'application', 'applications')} imported, ${counted(handedIn.length, 'letter', 'letters')} handed in.`;
  const message = `${taken} These letters were not; the same command again tries them once more.`;
  throw new Troubled('refused', message, { problems });
}

async function readRows(path: string): Promise<ImportRow[]> {
  const place = pathGiven(path);
  const isFolder = (await stat(place).catch(() => null))?.isDirectory() === true;
  const read = isFolder
    ? (await import('../applications-in-folder.ts')).applicationsInFolder
    : (await import('../applications-in-csv.ts')).applicationsInCsv;
  return await read(place);
}

/** A row as it is sent; its letter is handed in first, and named by its fingerprint. */
async function sent(api: StaffClient, { key, application, state, letter }: ImportRow): Promise<object> {
  if (state?.stage === 'letter') return { key, application, state: { stage: 'letter' } };
  if (state?.stage !== 'statement' || !letter) return { key, application, ...(state ? { state } : {}) };
  const body = new FormData();
  body.append('file', new File([letter], state.letter.file));
  const { sha256 } = await api.post<{ sha256: string }>('/documents', body);
  const { file: _file, ...rest } = state.letter;
  return { key, application, state: { ...state, letter: { ...rest, sha256 } } };
}

function inWords({ dryRun, imported, rows }: ApplicationImportReport, handedIn: readonly string[] = []): string {
  const shown = rows.map(({ key, name, outcome, case: id, alike }) => [
    key,
    name,
    outcome,
    id,
    alike.map(({ id: other, reasons }) => `${other} (${reasons.join(', ')})`).join('; '),
  ]);
  const fresh = rows.filter(({ outcome }) => outcome === 'new').length;
  const end = dryRun
    ? `Nothing was imported: this was a dry run. ${counted(fresh, 'application is', 'applications are')} new.`
    : `${counted(imported, 'application', 'applications')} imported.`;
  const letters =
    handedIn.length === 0
      ? ''
      : `\n${counted(handedIn.length, 'signed letter is', 'signed letters are')} handed in; somebody else verifies each.`;
  return `${table(['KEY', 'CITY', 'OUTCOME', 'CASE', 'MAY BE'], shown)}\n${end}${letters}`;
}
