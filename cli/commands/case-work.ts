import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { StaffMember } from '../../records/staff.ts';
import type { StaffClient } from '../staff-client.ts';
import { repeatable } from './act-trouble.ts';
import { readCase } from './case-act.ts';
import { needed, neededWords, option, reasonOptions } from './options.ts';
import { staffNamed } from './staff-named.ts';
import { addVerb, type Call, type Option, type Said } from './verb.ts';

/** What the staff do around a case without changing where it stands: who looks after it, notes, questions, duplicates. */
export function addCaseWork(noun: Command): void {
  for (const { call, what, example, options, path, body, done } of works)
    addVerb(noun, {
      call,
      what,
      examples: [example],
      options: [...options, ['--id <id>', 'the id of this act: sent twice with the same id, it is taken once']],
      run: (given) => post(given, path, body, done),
    });
}

type Work = {
  call: string;
  what: string;
  example: string;
  options: readonly Option[];
  path(call: Call): string;
  body(call: Call, client: StaffClient): Promise<object> | object;
  done: string;
};

async function post(call: Call, path: Work['path'], body: Work['body'], done: string): Promise<Said> {
  const client = await call.client();
  const said = await body(call, client);
  const { summary } = await readCase(client, call.words[0] ?? '');
  const id = option(call.options, 'id') ?? randomUUID();
  const answer = await client
    .post<object>(`/cases/${summary.id}/${path(call)}`, { id, ...said })
    .catch((error: unknown) => {
      throw repeatable(error, id);
    });
  return { data: { act: id, ...answer }, words: `${done} (${summary.id})` };
}

const textOptions: readonly Option[] = [
  ['--text <words>', 'the words'],
  ['--text-file <file>', 'a file with the words; - reads them from stdin'],
];

/** The words after the case, or those of the option. */
async function text(call: Call): Promise<{ text: string }> {
  const [, written] = call.words;
  return { text: written ?? (await neededWords(call, 'text')) };
}

const works: readonly Work[] = [
  {
    call: 'note <case> [words]',
    what: 'leave a note that the staff see, and nobody else',
    example: 'case note camliova "Called the town hall; they sign next week."',
    options: textOptions,
    path: () => 'notes',
    body: text,
    done: 'Noted.',
  },
  {
    call: 'ask <case> [words]',
    what: 'ask the city a question; it gets a mail with a link to answer',
    example: 'case ask camliova "Which council took the decision?"',
    options: textOptions,
    path: () => 'questions',
    body: text,
    done: 'The question goes to the city.',
  },
  {
    call: 'reply <case> <question>',
    what: 'answer a question of the city; it goes there by mail',
    example: 'case reply camliova 7f3c --text "The letter comes by Friday."',
    options: textOptions,
    path: ({ words }) => `questions/${encodeURIComponent(words[1] ?? '')}/reply`,
    body: async (call) => ({ text: await neededWords(call, 'text') }),
    done: 'The answer goes to the city.',
  },
  {
    call: 'assign <case>',
    what: 'say who of the staff looks after a case',
    example: 'case assign camliova --to me',
    options: [
      ['--to <person>', 'me, or somebody by name or id: see oasc staff list'],
      ['--to-nobody', 'give it back to everybody'],
    ],
    path: () => 'assign',
    body: async ({ options }, client) => {
      if (options['toNobody'] === true) return { to: null };
      const named = needed(options, 'to');
      if (named === 'me') return { to: (await client.get<StaffMember>('/me')).id };
      return { to: staffNamed(await client.get<StaffMember[]>('/staff'), named).id };
    },
    done: 'Assigned.',
  },
  {
    call: 'merge <case>',
    what: 'close a case because another one is the same application',
    example: 'case merge camliova.2 --into tr-camliova.1 --reason "Sent twice."',
    options: [['--into <case>', 'the case that goes on'], ...reasonOptions],
    path: () => 'merge',
    body: async (call, client) => ({
      into: (await readCase(client, needed(call.options, 'into'))).summary.id,
      reason: await neededWords(call, 'reason'),
    }),
    done: 'Merged.',
  },
  {
    call: 'keep-apart <case>',
    what: 'say that two cases look alike and are not the same',
    example: 'case keep-apart camliova.2 --other tr-camliova.1 --reason "The region, not the town."',
    options: [['--other <case>', 'the other case'], ...reasonOptions],
    path: () => 'keep-apart',
    body: async (call, client) => ({
      other: (await readCase(client, needed(call.options, 'other'))).summary.id,
      reason: await neededWords(call, 'reason'),
    }),
    done: 'Kept apart.',
  },
];
