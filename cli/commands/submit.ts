import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Command } from 'commander';
import type { Application } from '../../domain/application.ts';
import type { Problem } from '../../domain/problems.ts';
import { readJson } from '../input-files.ts';
import { Troubled } from '../trouble.ts';
import { repeatable } from './act-trouble.ts';
import { needed, option, pathGiven } from './options.ts';
import { evidenceOption } from './upload.ts';
import { addVerb, type Call, type Said } from './verb.ts';

/** Adds `application submit`: an application that came to the staff, handed in on the city’s behalf. */
export function submitApplication(noun: Command): void {
  addVerb(noun, {
    call: 'submit <file>',
    what: 'hand in application.json, or the folder that holds it, for a city; somebody else decides on it',
    examples: ['application submit ./cities/camliova --evidence mail'],
    options: [evidenceOption, ['--id <id>', 'the id of this form: sent twice, it is one application']],
    run: submit,
  });
}

async function submit(call: Call): Promise<Said> {
  const evidence = needed(call.options, 'evidence');
  const application = await readApplication(call.words[0] ?? '');
  const id = option(call.options, 'id') ?? randomUUID();
  const client = await call.client();
  const made = await client
    .post<{ case: string; reference: string }>('/applications', { id, evidence, application })
    .catch((error: unknown) => {
      throw repeatable(error, id);
    });
  return { data: { act: id, ...made }, words: `Handed in: ${made.case}, reference ${made.reference}.` };
}

/** An application as its file has it, or every problem of it by field. */
async function readApplication(given: string): Promise<Application> {
  const { Application: schema } = await import('../../domain/application.ts');
  const path = pathGiven(given);
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true;
  const [folder, file] = isFolder ? [path, 'application.json'] : [dirname(path), basename(path)];
  const problems: Problem[] = [];
  const { value } = await readJson(folder, file, schema, problems);
  if (value) return value;
  throw new Troubled('invalid', 'The application cannot be taken. Nothing was sent.', { problems });
}
