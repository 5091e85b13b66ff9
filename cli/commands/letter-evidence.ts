import type { Command } from 'commander';
import { readCase } from './case-act.ts';
import { option } from './options.ts';
import { save } from './saving.ts';
import { addVerb } from './verb.ts';

/** Adds `letter evidence`: the sealed letter with all that proves it, as a file that verifies without our software. */
export function letterEvidence(noun: Command): void {
  addVerb(noun, {
    call: 'evidence <case>',
    what: 'the sealed letter with all that proves it as a ZIP file: certificate, mandate, audit with its proof, and the steps to verify it without our software',
    examples: ['letter evidence camliova', 'letter evidence camliova --file /tmp/camliova.zip'],
    options: [['--file <file>', 'where to put it; else <case>-evidence.zip where you stand']],
    run: async ({ client, options, words: [named = ''] }) => {
      const api = await client();
      const { summary } = await readCase(api, named);
      const { bytes } = await api.download(`/cases/${summary.id}/evidence`);
      const saved = await save(option(options, 'file') ?? `${summary.id}-evidence.zip`, bytes);
      const words = `Saved as ${saved.file} (${saved.bytes} bytes). README.txt in it says how anybody verifies it.`;
      return { data: { case: summary.id, ...saved }, words };
    },
  });
}
