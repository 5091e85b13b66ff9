import { Command, CommanderError } from 'commander';
import { verbsBehindNouns } from '../help.ts';
import { exitCodes, tell, troubleOf } from '../trouble.ts';
import { addAnnouncement } from './announcement.ts';
import { addApplication } from './application.ts';
import { addAudit } from './audit.ts';
import { addBackup } from './backup.ts';
import { addCase } from './case.ts';
import { addDemo } from './demo.ts';
import { addLetter } from './letter.ts';
import { addMail } from './mail.ts';
import { addMember } from './member.ts';
import { addOutbox } from './outbox.ts';
import { addSchema } from './schema.ts';
import { addService } from './service.ts';
import { addStaff } from './staff.ts';
import { addStatement } from './statement.ts';

/** Runs one command by its words; faults and usage end in their exit code. */
export async function runCommand(words: string[]): Promise<void> {
  const json = words.includes('--json');
  try {
    await program(json).parseAsync(words, { from: 'user' });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof CommanderError)) tell(troubleOf(error), json);
    else if (error.exitCode === 0) process.exitCode = exitCodes.done;
    else if (json) tell({ code: 'usage', message: message.replace(/^error: /, ''), problems: [] }, json);
    else process.exitCode = exitCodes.usage;
  }
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
  for (const add of [addOutbox, addMail, addAudit, addStaff]) add(oasc);
  oasc.commandsGroup('The service:');
  for (const add of [addService, addDemo, addBackup, addSchema]) add(oasc);
  return oasc;
}
