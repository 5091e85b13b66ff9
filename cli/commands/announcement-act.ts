import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Announcement } from '../../domain/announcement/state.ts';
import type { AnnouncementSummary } from '../../service/announcement-questions.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import type { StaffClient } from '../staff-client.ts';
import { Troubled } from '../trouble.ts';
import { repeatable, tellingWhatChanged } from './act-trouble.ts';
import { actOptions, neededWords, numberOf, option, reasonOptions } from './options.ts';
import { moment } from './table.ts';
import { addVerb, type Call, type Option, type Said } from './verb.ts';

/** A decision about an announcement, as a verb. */
export type AnnouncementActVerb = {
  call: string;
  what: string;
  kind: string;
  example: string;
  reason?: boolean;
  options?: readonly Option[];
  more?(call: Call, file: AnnouncementFile): Promise<More> | More;
};
/** What a decision says beside its kind, and the picture that comes with it. */
export type More = { decision: object; image?: File };

export function addAnnouncementAct(noun: Command, act: AnnouncementActVerb): void {
  addVerb(noun, {
    call: act.call,
    what: act.what,
    examples: [act.example],
    options: [...(act.reason ? reasonOptions : []), ...(act.options ?? []), ...actOptions],
    run: (call) => decide(call, act),
  });
}

async function decide(call: Call, { kind, reason, more }: AnnouncementActVerb): Promise<Said> {
  const client = await call.client();
  const why = reason ? { reason: await neededWords(call, 'reason') } : {};
  const file = await readAnnouncement(client, call.words[0] ?? '');
  const { decision = {}, image } = (await more?.(call, file)) ?? {};
  const id = option(call.options, 'id') ?? randomUUID();
  const version = numberOf(call.options, 'version') ?? file.view.version;
  const act = { id, version, decision: { kind, ...why, ...decision } };
  const path = `/announcements/${file.view.announcement}/acts`;
  const view = await client.post<Announcement>(path, image ? inForm(act, image) : act).catch(async (error: unknown) => {
    throw await tellingWhatChanged(repeatable(error, id), version, async () => {
      return (await client.get<AnnouncementFile>(`/announcements/${file.view.announcement}`)).view;
    });
  });
  return { data: { act: id, ...view }, words: `Done. ${announcementStanding(file.title, view)}` };
}

function inForm(act: object, image: File): FormData {
  const body = new FormData();
  body.append('act', JSON.stringify(act));
  body.append('image', image);
  return body;
}

/** Where an announcement stands, in one sentence. */
export function announcementStanding(title: string, { announcement, stage, due, overdue }: Announcement): string {
  const until = due ? ` until ${moment(due.at)}` : '';
  return `${inOneLine(title)} (${announcement}): ${stage.step}${until}${overdue ? ' (overdue)' : ''}.`;
}

/** An announcement by its id, the beginning of it, its address, or words of its title that fit it alone. */
export async function readAnnouncement(client: StaffClient, named: string): Promise<AnnouncementFile> {
  const all = await client.get<AnnouncementSummary[]>('/announcements');
  const whole = all.filter(({ id, slug }) => id === named || slug === named);
  const words = named.trim().toLowerCase();
  const part = all.filter(
    ({ id, title, slug }) =>
      words.length >= 4 &&
      (id.startsWith(words) || `-${slug}-`.includes(`-${words}-`) || title.toLowerCase().includes(words)),
  );
  const found = whole.length > 0 ? whole : part;
  const [only] = found;
  if (!only) throw new Troubled('notFound', 'There is no such announcement: oasc announcement list shows them all.');
  if (found.length > 1)
    throw new Troubled('invalid', 'That fits several announcements. Name one of them by its id.', {
      problems: found.map(({ id, title }) => ({ path: id, message: title })),
    });
  return await client.get<AnnouncementFile>(`/announcements/${only.id}`);
}
