import type { Command } from 'commander';

/** `oasc backup` and `oasc restore`: on the machine where the data folder lies. */
export function addBackup(oasc: Command): void {
  oasc
    .command('backup')
    .description('copy everything that is written down into a new folder, also while the service is open')
    .argument('<folder>', 'the new folder')
    .option('--data <folder>', 'the data folder; else OASC_DATA, else data/ of the project')
    .option('--json', 'print the manifest as JSON')
    .addHelpText('after', '\nExample:\n  oasc backup ../backups/monday')
    .action(async (into: string, options: { data?: string; json?: boolean }) => {
      const { backup } = await import('../backup.ts');
      await backup(into, { ...options, json: options.json ?? false });
    });
  oasc
    .command('restore')
    .description('bring a backup back, into an empty data folder')
    .argument('<backup>', 'the folder that a backup wrote')
    .option('--data <folder>', 'the empty data folder; else OASC_DATA, else data/ of the project')
    .option('--json', 'print the manifest as JSON')
    .addHelpText('after', '\nExample:\n  oasc restore ../backups/monday --data ./data')
    .action(async (from: string, options: { data?: string; json?: boolean }) => {
      const { restore } = await import('../backup.ts');
      await restore(from, { ...options, json: options.json ?? false });
    });
}
