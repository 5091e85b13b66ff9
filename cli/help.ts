import type { Command, HelpConfiguration } from 'commander';

/** Help that names the verbs behind each noun, so that one page shows all there is. */
export const verbsBehindNouns: HelpConfiguration = {
  subcommandTerm: (command) => command.name(),
  subcommandDescription: (command) => {
    const verbs = command.commands.map((verb: Command) => verb.name());
    return verbs.length === 0 ? command.summary() || command.description() : verbs.join(', ');
  },
};
