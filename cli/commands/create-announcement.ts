import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import type { Announcement } from '../../domain/announcement/state.ts';
import type { AnnouncementPlan } from '../../domain/announcement-plan.ts';
import type { Problem } from '../../domain/problems.ts';
import { readBeside, readJson } from '../input-files.ts';
import { Troubled } from '../trouble.ts';
import { repeatable } from './act-trouble.ts';
import { announcementStanding } from './announcement-act.ts';
import { option, pathGiven, zoned } from './options.ts';
import { addVerb, type Call, type Said } from './verb.ts';

/** Adds `announcement create`: joins cities in one article, from a plan. */
export function createAnnouncement(noun: Command): void {
  addVerb(noun, {
    call: 'create <plan>',
    what: 'compose an announcement from announcement.json, or the folder that holds it',
    examples: ['announcement create ./wave-7', 'announcement create announcement.json --json'],
    options: [
      ['--id <uuid>', 'the id of the announcement: sent twice, it is composed once'],
      ['--gather-until <time>', 'take in cities that are not ready yet, and wait for them until then'],
    ],
    run: create,
  });
}

async function create(call: Call): Promise<Said> {
  const { plan, image } = await readPlan(call.words[0] ?? '');
  const gathering = option(call.options, 'gatherUntil');
  const id = option(call.options, 'id') ?? randomUUID();
  const input = { id, plan, ...(gathering === undefined ? {} : { gatherUntil: zoned(gathering) }) };
  const client = await call.client();
  const view = await client
    .post<Announcement>('/announcements', image ? inForm(input, image) : input)
    .catch((error: unknown) => {
      throw repeatable(error, id);
    });
  return { data: view, words: `Composed. ${announcementStanding(plan.title ?? plan.cities.join(', '), view)}` };
}

function inForm(
  { plan, ...others }: { id: string; plan: AnnouncementPlan; gatherUntil?: string },
  image: File,
): FormData {
  const body = new FormData();
  for (const [name, value] of Object.entries(others)) body.append(name, value);
  body.append('plan', JSON.stringify(plan));
  body.append('image', image);
  return body;
}

/** A plan with the picture that it names, or every problem of both by file and field. */
export async function readPlan(given: string): Promise<{ plan: AnnouncementPlan; image?: File }> {
  const { AnnouncementPlan: schema } = await import('../../domain/announcement-plan.ts');
  const path = pathGiven(given);
  const isFolder = (await stat(path).catch(() => null))?.isDirectory() === true;
  const [folder, file] = isFolder ? [path, 'announcement.json'] : [dirname(path), basename(path)];
  const problems: Problem[] = [];
  const { value: plan } = await readJson(folder, file, schema, problems);
  const named = plan?.image?.file;
  const bytes = named
    ? await readBeside(folder, { file, path: 'image.file' }, named, async () => null, problems)
    : null;
  if (!plan || problems.length > 0)
    throw new Troubled('invalid', 'The plan cannot be taken. Nothing was sent.', { problems });
  return { plan, ...(bytes && named ? { image: new File([new Uint8Array(bytes)], basename(join(named))) } : {}) };
}
