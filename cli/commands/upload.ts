import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Onboarding } from '../../domain/onboarding/state.ts';
import { Troubled } from '../trouble.ts';
import { repeatable, tellingWhatChanged } from './act-trouble.ts';
import { readCase } from './case-act.ts';
import { actOptions, needed, numberOf, option, pathGiven } from './options.ts';
import { standing } from './standing.ts';
import { addVerb, type Call, type Option, type Said } from './verb.ts';

export const evidenceOption: Option = ['--evidence <how>', 'how it came to you: mail, call or paper'];

/** Adds `letter upload`: the letter as it came to the staff, signed by hand or elsewhere, handed in on the city’s behalf. */
export function uploadScan(noun: Command): void {
  addVerb(noun, {
    call: 'upload <case> <file>',
    what: 'hand in the signed letter for the city: a scan, or a PDF with a signature of its own; somebody else verifies it',
    examples: ['letter upload camliova signed.pdf --evidence mail --signed-on 2027-03-02'],
    options: [evidenceOption, ['--signed-on <day>', 'the day on the letter; else today'], ...actOptions],
    run: upload,
  });
}

async function upload(call: Call): Promise<Said> {
  const [named = '', path = ''] = call.words;
  const evidence = needed(call.options, 'evidence');
  const bytes = await bytesOf(path);
  const client = await call.client();
  const file = await readCase(client, named);
  const id = option(call.options, 'id') ?? randomUUID();
  const version = numberOf(call.options, 'version') ?? file.view.version;
  const body = new FormData();
  const fields = { id, version: String(version), evidence, signedOn: option(call.options, 'signedOn') };
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) body.append(name, value);
  body.append('file', new File([bytes], basename(path)));
  const view = await client.post<Onboarding>(`/cases/${file.view.case}/scan`, body).catch(async (error: unknown) => {
    throw await tellingWhatChanged(repeatable(error, id), version, async () => {
      return (await readCase(client, file.view.case)).view;
    });
  });
  return { data: { act: id, ...view }, words: `Done. ${standing(file.summary.name, view)}${foundWords(view)}` };
}

/** What was found by looking at the file. */
function foundWords({ acts }: Onboarding): string {
  const found = acts.findLast((act) => act.kind === 'upload');
  if (!found || found.signing === 'scan') return '\n  No signature was found in the file: it counts as signed by hand.';
  const { claimed, verified } = found.level;
  const open = found.flags.length === 0 ? '' : ` To be decided: ${found.flags.join(', ')}.`;
  return `\n  A signature was found in the file: it claims ${claimed}; verified: ${verified}.${open}`;
}

/** The bytes of a file that somebody named. */
export async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(pathGiven(path)));
  } catch {
    throw new Troubled('invalid', 'The file cannot be read.', {
      problems: [{ file: path, path: '', message: 'cannot be read' }],
    });
  }
}
