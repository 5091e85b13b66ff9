import type { Command } from 'commander';
import type { Member } from '../../service/members.ts';
import { Troubled } from '../trouble.ts';
import { option } from './options.ts';
import { save } from './saving.ts';
import { counted } from './table.ts';
import { addVerb, type Call, type Said } from './verb.ts';

const columns = [
  'city',
  'name',
  'nativeName',
  'legalName',
  'kind',
  'country',
  'website',
  'memberSince',
  'origin',
  'case',
  'stage',
  'listed',
  'news',
] as const satisfies readonly (keyof Member)[];

/** Adds `member export`: all members, as CSV or JSON. */
export function exportMembers(noun: Command): void {
  addVerb(noun, {
    call: 'export',
    what: 'all members as CSV, or as JSON with --json; printed, or put into a file',
    examples: ['member export --file members.csv', 'member export --json'],
    options: [
      ['--file <file>', 'where to put it; a name that ends in .json gets JSON'],
      ['--format <format>', 'csv or json'],
    ],
    run: exported,
  });
}

async function exported({ client, options, json }: Call): Promise<Said> {
  const place = option(options, 'file');
  const format = option(options, 'format') ?? (place?.endsWith('.json') ? 'json' : 'csv');
  if (format !== 'csv' && format !== 'json') throw new Troubled('usage', `--format is csv or json, not ${format}.`);
  const members = await (await client()).get<Member[]>('/members');
  const written = format === 'json' ? `${JSON.stringify(members, null, 2)}\n` : membersInCsv(members);
  if (place === undefined) return { data: members, words: json ? '' : written.trimEnd() };
  const saved = await save(place, Buffer.from(written));
  return {
    data: { members: members.length, saved },
    words: `${counted(members.length, 'member', 'members')} in ${saved.file}`,
  };
}

/** RFC 4180. A cell that a spreadsheet would take for a formula gets a quotation mark before it, so that it is text. */
function membersInCsv(members: readonly Member[]): string {
  const rows = members.map((member) => columns.map((column) => cell(String(member[column] ?? ''))).join(','));
  return `${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
