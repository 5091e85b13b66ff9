import { Command, CommanderError } from 'commander';
import { exitCodes, tell, troubleOf } from './trouble.ts';

/** Runs one command; faults and usage end in their exit code, and nothing here calls `process.exit`. */
export async function run(words: string[]): Promise<void> {
  const json = words.includes('--json');
  whoeverStopsListening();
  try {
    if (words.length === 0) await screens();
    else await program(json).parseAsync(words, { from: 'user' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof CommanderError)) tell(troubleOf(error), json);
    else if (error.exitCode === 0) process.exitCode = exitCodes.done;
    else if (json) tell({ code: 'usage', message: message.replace(/^error: /, ''), problems: [] }, json);
    else process.exitCode = exitCodes.usage;
  }
}

async function screens(): Promise<void> {
  const { openScreens } = await import('./screens/open-screens.ts');
  await openScreens();
}

/** Output that nobody reads any more, as with `| head`, is no fault: the command goes on to its end. */
function whoeverStopsListening(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}

function program(json: boolean): Command {
  const oasc = new Command('oasc')
    .description(
      'Carries cities from application to published announcement. Without a command: the screens, in a terminal.',
    )
    .configureOutput(json ? { writeErr: () => {} } : {})
    .exitOverride();
  oasc
    .command('demo')
    .description('play a folder of input, or the sample, through the real system')
    .argument('[folder]', 'a folder with announcement.json and cities/')
    .option('--json', 'print one JSON object on stdout, and nothing else')
    .option('--keep', 'with --json: keep the data folder')
    .addHelpText('after', '\nExample:\n  oasc demo ./my-cities --json --keep')
    .action(async (folder: string | undefined, { keep = false }: { keep?: boolean }) => {
      const { demo } = await import('./demo/demo.ts');
      await demo({ folder, from: process.env['INIT_CWD'] ?? process.cwd(), json, keep });
    });
  const audit = oasc.command('audit').description('the log of everything that was done');
  audit
    .command('verify')
    .description('follow the whole chain of the audit, entry by entry')
    .option('--data <folder>', 'the data folder; the last demonstration’s where none is named')
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExample:\n  oasc audit verify --data ./data')
    .action(async (options: { data?: string }) => {
      const { verify } = await import('./audit.ts');
      await verify({ ...options, json });
    });
  return oasc;
}
