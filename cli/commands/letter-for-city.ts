import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { Troubled } from '../trouble.ts';
import { repeatable, tellingWhatChanged } from './act-trouble.ts';
import { readCase } from './case-act.ts';
import { signatoryNamed } from './letter-signatory.ts';
import { actOptions, needed, numberOf, option, untilOption, zoned } from './options.ts';
import { standing } from './standing.ts';
import { bytesOf, evidenceOption } from './upload.ts';
import { addVerb, type Call, type Option, type Said } from './verb.ts';

/** What a verb sends: its decision, and the file that proves it. */
type ForCity = {
  call: string;
  what: string;
  example: string;
  options: readonly Option[];
  decision(call: Call, file: CaseFile): object | Promise<object>;
  /** The option that names the file. */
  proof?: string;
};

/** Adds what staff say for a city about its letter: who signs, by what right, in which language; and sending it again. */
export function lettersForCity(noun: Command): void {
  for (const verb of verbs)
    addVerb(noun, {
      call: verb.call,
      what: verb.what,
      examples: [verb.example],
      options: [...verb.options, ...actOptions],
      run: (call) => send(call, verb),
    });
}

async function send(call: Call, { decision, proof }: ForCity): Promise<Said> {
  const path = proof === undefined ? undefined : option(call.options, proof);
  const bytes = path === undefined ? null : await bytesOf(path);
  const client = await call.client();
  const file = await readCase(client, call.words[0] ?? '');
  const id = option(call.options, 'id') ?? randomUUID();
  const version = numberOf(call.options, 'version') ?? file.view.version;
  const body = new FormData();
  body.append('act', JSON.stringify({ id, version, decision: await decision(call, file) }));
  if (bytes && path !== undefined) body.append('file', new File([bytes], basename(path)));
  const view = await client.post<Onboarding>(`/cases/${file.view.case}/letter`, body).catch(async (error: unknown) => {
    throw await tellingWhatChanged(
      repeatable(error, id),
      version,
      async () => (await readCase(client, file.view.case)).view,
    );
  });
  return { data: { act: id, ...view }, words: `Done. ${standing(file.summary.name, view)}` };
}

const who: Option = ['--signatory <name>', 'who is meant, by name; else the first who has not signed'];

const verbs: readonly ForCity[] = [
  {
    call: 'hand-over <case>',
    what: 'name who signs instead, for the city; the old link ends, and both stay in the record',
    example:
      'letter hand-over camliova --name "Lia Monteverde" --title "Deputy Mayor" --email deputy@camliova.example --why delegate --proof delegation.pdf --evidence mail',
    options: [
      ['--name <name>', 'who signs'],
      ['--title <title>', 'their office'],
      ['--email <address>', 'where their link goes'],
      ['--why <why>', 'delegate, successor, acting, address (the same person at another) or mistake'],
      ['--term-start <day>', 'when their term began'],
      ['--term-end <day>', 'when it ends'],
      ['--proof <file>', 'the paper that says so: PDF, JPEG or PNG'],
      who,
      evidenceOption,
    ],
    proof: 'proof',
    decision: ({ options }, file) => ({
      kind: 'name-signatory',
      evidence: needed(options, 'evidence'),
      signatory: signatoryNamed(file, option(options, 'signatory')),
      what: {
        name: needed(options, 'name'),
        title: needed(options, 'title'),
        email: needed(options, 'email'),
        why: needed(options, 'why'),
        termStart: option(options, 'termStart'),
        termEnd: option(options, 'termEnd'),
      },
    }),
  },
  {
    call: 'signatories <case> <file>',
    what: 'say for the city who signs and in which order: a JSON file with signatories, each { person, order } or { name, title, capacity, email, order }',
    example: 'letter signatories camliova signatories.json --evidence paper',
    options: [evidenceOption],
    decision: async ({ options, words: [, path = ''] }) => ({
      kind: 'set-signatories',
      evidence: needed(options, 'evidence'),
      what: jsonIn(path, await bytesOf(path)),
    }),
  },
  {
    call: 'mandate <case>',
    what: 'say for the city by what right it signs, with the decision where it came along',
    example:
      'letter mandate camliova --kind council-decision --decided-on 2027-02-24 --effective-on 2027-02-26 --reference "2027/118" --decision decision.pdf --evidence mail',
    options: [
      ['--kind <kind>', 'council-decision, powers-of-the-mayor or delegation'],
      ['--decided-on <day>', 'when it was decided'],
      ['--effective-on <day>', 'from when it is in force'],
      ['--reference <text>', 'its number or name'],
      ['--text-sha256 <fingerprint>', 'the fingerprint of the letter’s text that was approved'],
      ['--decision <file>', 'the decision itself: PDF, JPEG or PNG'],
      evidenceOption,
    ],
    proof: 'decision',
    decision: ({ options }) => ({
      kind: 'give-mandate',
      evidence: needed(options, 'evidence'),
      what: {
        mandate: {
          kind: needed(options, 'kind'),
          decidedOn: needed(options, 'decidedOn'),
          effectiveOn: needed(options, 'effectiveOn'),
          reference: needed(options, 'reference'),
          textSha256: option(options, 'textSha256'),
        },
      },
    }),
  },
  {
    call: 'language <case> <language>',
    what: 'choose the language of the letter for the city, while nobody has signed: en, tr, nl or fr; it is issued anew',
    example: 'letter language camliova tr --evidence call',
    options: [evidenceOption],
    decision: ({ options, words: [, language = ''] }) => ({
      kind: 'choose-language',
      evidence: needed(options, 'evidence'),
      language,
    }),
  },
  {
    call: 'resend <case>',
    what: 'send the letter again to a signatory; with --until they have longer',
    example: 'letter resend camliova --signatory "Defne Ardıç" --until 2027-04-15',
    options: [who, untilOption],
    decision: ({ options }, file) => {
      const until = option(options, 'until');
      return {
        kind: 'resend',
        signatory: signatoryNamed(file, option(options, 'signatory')),
        ...(until === undefined ? {} : { until: zoned(until) }),
      };
    },
  },
];

function jsonIn(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw new Troubled('invalid', 'The file with the signatories cannot be read.', {
      problems: [{ file: path, path: '', message: 'is not JSON: check quotation marks, commas and brackets' }],
    });
  }
}
