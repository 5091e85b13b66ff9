import type { Command } from 'commander';
import { readCase } from './case-act.ts';
import { option } from './options.ts';
import { save } from './saving.ts';
import { addVerb, type Call, type Said } from './verb.ts';

/** Adds `case export`: all that is written down about a case, as a file. */
export function exportCase(noun: Command): void {
  addVerb(noun, {
    call: 'export <case>',
    what: 'all that is written down about a case as a ZIP file: papers, documents, audit, and copies of mails with placeholders',
    examples: ['case export camliova', 'case export camliova --file /tmp/camliova.zip --json'],
    options: [['--file <file>', 'where to put it; else <case>.zip where you stand']],
    run,
  });
}

async function run({ client, options, words: [named = ''] }: Call): Promise<Said> {
  const api = await client();
  const { summary } = await readCase(api, named);
  const { bytes } = await api.download(`/cases/${summary.id}/export`);
  const saved = await save(option(options, 'file') ?? `${summary.id}.zip`, bytes);
  const words = `Saved as ${saved.file} (${saved.bytes} bytes). It holds names and addresses: keep it safe.`;
  return { data: { case: summary.id, ...saved }, words };
}
