import type { Command } from 'commander';
import type { NumberedEntry } from '../../records/audit.ts';
import type { StaffMember } from '../../records/staff.ts';
import { option } from './options.ts';
import { counted, moment, table } from './table.ts';
import { addVerb } from './verb.ts';

/** The log of everything that was done. */
export function addAudit(oasc: Command): void {
  const noun = oasc.command('audit').description('the log of everything that was done');
  addVerb(noun, {
    call: 'show',
    what: 'the entries, oldest first, by ids and dates',
    examples: ['audit show --about tr-camliova.1', 'audit show --json'],
    options: [['--about <id>', 'only what was done to this case or announcement']],
    run: async ({ client, options }) => {
      const query = { subject: option(options, 'about') };
      const api = await client();
      const entries = await api.get<NumberedEntry[]>('/audit', { query });
      const names = new Map((await api.get<StaffMember[]>('/staff')).map(({ id, name }) => [id, name]));
      const rows = entries.map(({ number, at, subject, kind, actor }) => [
        String(number),
        moment(at),
        subject,
        kind,
        names.get(actor) ?? actor,
      ]);
      const shown = table(['NUMBER', 'AT', 'ABOUT', 'WHAT', 'WHO'], rows);
      return { data: entries, words: `${shown}\n${counted(entries.length, 'entry', 'entries')}` };
    },
  });
  noun
    .command('verify')
    .description('follow the whole chain of the audit, entry by entry')
    .option('--data <folder>', 'the data folder; the last demonstration’s where none is named')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  oasc audit verify --data ./data')
    .action(async ({ data, json = false }: { data?: string; json?: boolean }) => {
      const { verify } = await import('../audit.ts');
      await verify({ ...(data === undefined ? {} : { data }), json });
    });
}
