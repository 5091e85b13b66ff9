import type { Command } from 'commander';

/** `oasc start`: the service itself, in this terminal. */
export function addStart(oasc: Command): void {
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
}
