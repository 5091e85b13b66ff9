import type { Command } from 'commander';
import { type StaffClient, staffClient } from '../staff-client.ts';
import { publicPlace, reopens, staffPlace } from '../staff-place.ts';

/** One `oasc <noun> <verb>`: how it is called, what it does, and what it answers. */
export type Verb = {
  /** The verb with its arguments, as commander reads them: `accept <case>`. */
  call: string;
  what: string;
  /** Calls as somebody would type them, without `oasc`. */
  examples: [string, ...string[]];
  options?: readonly Option[];
  run(call: Call): Promise<Said>;
};

/** Flags as commander reads them, and what they are for. */
export type Option = readonly [flags: string, what: string];

/** How a verb was called. The client is made when it is asked for, so that a verb without it needs no account. */
export type Call = {
  words: (string | undefined)[];
  options: Record<string, string | true | undefined>;
  json: boolean;
  client(): Promise<StaffClient>;
  /** The same for what anybody may ask. */
  publicClient(): Promise<StaffClient>;
};

/** An answer: the data for `--json`, and the same in words; a verb may end with an exit code of its own. */
export type Said = { data: unknown; words: string; exitCode?: number };

/** Adds a verb to its noun. Every verb has `--json` (data on stdout, talk on stderr, never a question), `--data` and an example. */
export function addVerb(noun: Command, { call, what, examples, options = [], run }: Verb): void {
  const command = noun.command(call).description(what);
  for (const [flags, description] of options) command.option(flags, description);
  command
    .option('--json', 'print the answer as JSON on stdout, and nothing else there')
    .option('--data <folder>', 'the data folder of the service; else OASC_URL and OASC_TOKEN, else the usual folder')
    .addHelpText(
      'after',
      `\n${examples.length > 1 ? 'Examples' : 'Example'}:\n${examples.map(shownExample).join('\n')}`,
    )
    .action(async () => {
      const given: Call['options'] = command.opts();
      const json = given['json'] === true;
      const data = typeof given['data'] === 'string' ? given['data'] : undefined;
      const patience = { reopens: await reopens(data), stopped: interrupted() };
      const said = await run({
        words: command.args,
        options: given,
        json,
        client: async () => staffClient(await staffPlace({ data }), patience),
        publicClient: async () => staffClient(await publicPlace({ data }), patience),
      });
      process.stdout.write(json ? `${JSON.stringify(said.data)}\n` : `${said.words}\n`);
      if (said.exitCode !== undefined) process.exitCode = said.exitCode;
    });
}

/** Ctrl-C gives up what is asked, so that the command can say whether anybody knows what became of it; a second one ends it. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

function shownExample(example: string): string {
  return `  oasc ${example}`;
}
