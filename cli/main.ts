import { Command, CommanderError } from 'commander';
import { exitCodes, tell } from './trouble.ts';

/** Runs one command; faults and usage end in their exit code, and nothing here calls `process.exit`. */
export async function run(words: string[]): Promise<void> {
  try {
    await program().parseAsync(words, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    else
      tell(
        { code: 'fault', message: error instanceof Error ? error.message : String(error), problems: [] },
        words.includes('--json'),
      );
  }
}

function program(): Command {
  const oasc = new Command('oasc')
    .description('Carries cities from application to published announcement.')
    .exitOverride();
  oasc
    .command('demo')
    .description('play a folder of input, or the sample, through the real system')
    .argument('[folder]', 'a folder with announcement.json and cities/')
    .option('--json', 'print one JSON object on stdout, and nothing else', false)
    .option('--keep', 'with --json: keep the data folder', false)
    .addHelpText('after', '\nExample:\n  oasc demo ./my-cities --json --keep')
    .action(async (folder: string | undefined, options: { json: boolean; keep: boolean }) => {
      const { demo } = await import('./demo/demo.ts');
      await demo({ folder, from: process.env['INIT_CWD'] ?? process.cwd(), ...options });
    });
  const audit = oasc.command('audit').description('the log of everything that was done');
  audit
    .command('verify')
    .description('follow the whole chain of the audit, entry by entry')
    .option('--data <folder>', 'the data folder; the last demonstration’s where none is named')
    .option('--json', 'print the result as JSON', false)
    .addHelpText('after', '\nExample:\n  oasc audit verify --data ./data')
    .action(async (options: { data?: string; json: boolean }) => {
      const { verify } = await import('./audit.ts');
      await verify(options);
    });
  return oasc;
}
