import type { Command } from 'commander';
import { whereCallerStands } from '../data-folder.ts';

type Options = { keep?: boolean; json?: boolean };

/** Adds `demo`: a folder of input, or the sample, played through the real system. */
export function addDemo(oasc: Command): void {
  oasc
    .command('demo')
    .description('play a folder of input, or the sample, through the real system')
    .argument('[folder]', 'a folder with announcement.json and cities/')
    .option('--json', 'print one JSON object on stdout, and nothing else')
    .option('--keep', 'with --json: keep the data folder')
    .addHelpText('after', '\nExample:\n  oasc demo ./my-cities --json --keep')
    .action(async (folder: string | undefined, { keep = false, json = false }: Options) => {
      const { demo } = await import('../demo/demo.ts');
      await demo({ folder, from: whereCallerStands(), json, keep });
    });
}
