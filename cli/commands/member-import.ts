import type { Command } from 'commander';
import type { MemberImportReport } from '../../service/member-import.ts';
import { atLines, readCsv } from '../csv-file.ts';
import { Troubled } from '../trouble.ts';
import { option } from './options.ts';
import { counted, table } from './table.ts';
import { bytesOf } from './upload.ts';
import { addVerb, type Call, type Said } from './verb.ts';

/** Adds `member import`: members that joined before, from a CSV file. */
export function importMembers(noun: Command): void {
  addVerb(noun, {
    call: 'import <file>',
    what: 'take in members that joined before, from CSV: all rows or none; the same file again changes nothing. Columns: key, name, nativeName, legalName, kind, country, subdivision, website, memberSince, geonames, newsUrl',
    examples: ['member import members.csv --dry-run', 'member import members.csv --keep-apart row-7,row-9'],
    options: [
      ['--dry-run', 'only say what would be done, and who may be there already'],
      ['--keep-apart <keys>', 'rows that look like somebody who is there, and are not; with commas between'],
      ['--skip-duplicates', 'leave out what may be there already, and take the rest'],
    ],
    run: take,
  });
}

async function take({ client, options, words: [file = ''] }: Call): Promise<Said> {
  const rows = readCsv(file, await bytesOf(file));
  const input = {
    dryRun: options['dryRun'] === true,
    rows: rows.map(({ cells }) => cells),
    ...(options['skipDuplicates'] === true ? { skipDuplicates: true } : {}),
    ...keptApart(option(options, 'keepApart')),
  };
  const report = await (await client()).post<MemberImportReport>('/members/import', input).catch((error: unknown) => {
    if (!(error instanceof Troubled)) throw error;
    const { code, message, problems, ...more } = error.trouble;
    const none = code === 'invalid' ? `${message} No member was imported.` : message;
    throw new Troubled(code, none, { ...more, problems: atLines(file, rows, problems) });
  });
  return { data: report, words: inWords(report) };
}

function keptApart(keys: string | undefined): { keepApart?: string[] } {
  return keys === undefined ? {} : { keepApart: keys.split(',').map((key) => key.trim()) };
}

function inWords({ dryRun, imported, rows }: MemberImportReport): string {
  const shown = rows.map(({ key, city, name, outcome, alike, differs }) => [
    key,
    city,
    name,
    outcome === 'there' && differs.length > 0 ? `there, but with another ${differs.join(', ')}` : outcome,
    alike.map(({ id, reasons }) => `${id} (${reasons.join(', ')})`).join('; '),
  ]);
  const fresh = rows.filter(({ outcome }) => outcome === 'new').length;
  const duplicates = rows.filter(({ outcome }) => outcome === 'duplicate').length;
  const end = dryRun
    ? `Nothing was imported: this was a dry run. ${counted(fresh, 'member is', 'members are')} new.`
    : `${counted(imported, 'member', 'members')} imported.`;
  const asked =
    duplicates === 0
      ? ''
      : ` ${counted(duplicates, 'row', 'rows')} may be there already: say which with --keep-apart, or leave them out with --skip-duplicates.`;
  return `${table(['KEY', 'CITY', 'NAME', 'OUTCOME', 'MAY BE'], shown)}\n${end}${asked}`;
}
