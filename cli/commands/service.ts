import type { Command } from 'commander';
import { option } from './options.ts';
import { addVerb } from './verb.ts';

/** The service itself: opened in this terminal, looked at, and its settings. */
export function addService(oasc: Command): void {
  oasc
    .command('start')
    .description('open for business: server, worker and web, until Ctrl-C')
    .option('--data <folder>', 'the data folder; else OASC_DATA, else data/ of the project')
    .option('--json', 'print where it runs as one JSON object on stdout, and everything else on stderr')
    .addHelpText('after', '\nExample:\n  oasc start --data ./data')
    .action(async (options: { data?: string; json?: boolean }) => {
      const { start } = await import('../start/start.ts');
      await start({ ...options, json: options.json ?? false });
    });
  addVerb(oasc, {
    call: 'doctor',
    what: 'look at everything that the service needs, and say what to do',
    examples: ['doctor', 'doctor --data ./data --json'],
    run: async ({ options }) => await (await import('../doctor/doctor.ts')).doctor(option(options, 'data')),
  });
  addVerb(oasc.command('config').description('the settings of the service'), {
    call: 'show',
    what: 'every setting, its value and who said so; secrets are masked',
    examples: ['config show', 'config show --json'],
    run: async ({ options }) => await (await import('../config/show.ts')).showConfig(option(options, 'data')),
  });
}
