import { Command, CommanderError } from 'commander';
import { addAnnouncement } from './commands/announcement.ts';
import { addApplication } from './commands/application.ts';
import { addAudit } from './commands/audit.ts';
import { addBackup } from './commands/backup.ts';
import { addCase } from './commands/case.ts';
import { addDemo } from './commands/demo.ts';
import { addLetter } from './commands/letter.ts';
import { addMail } from './commands/mail.ts';
import { addMember } from './commands/member.ts';
import { addSchema } from './commands/schema.ts';
import { addService } from './commands/service.ts';
import { addStaff } from './commands/staff.ts';
import { addStatement } from './commands/statement.ts';
import { verbsBehindNouns } from './help.ts';
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

/** Every command, in the groups that `--help` shows; those of one noun stand in one file of `commands/`. */
function program(json: boolean): Command {
  const oasc = new Command('oasc')
    .description(
      'Carries cities from application to published announcement. Without a command: the screens, in a terminal.',
    )
    .configureOutput(json ? { writeErr: () => {} } : {})
    .configureHelp(verbsBehindNouns)
    .helpCommand(false)
    .showHelpAfterError('(--help says how it is called)')
    .addHelpText('after', '\nEvery command has --help with an example, and --json.')
    .exitOverride();
  oasc.commandsGroup('Cities on their way in:');
  for (const add of [addApplication, addCase, addLetter, addStatement]) add(oasc);
  oasc.commandsGroup('What the public reads:');
  for (const add of [addAnnouncement, addMember]) add(oasc);
  oasc.commandsGroup('The office:');
  for (const add of [addMail, addAudit, addStaff]) add(oasc);
  oasc.commandsGroup('The service:');
  for (const add of [addService, addDemo, addBackup, addSchema]) add(oasc);
  return oasc;
}
