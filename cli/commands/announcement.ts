import type { Command } from 'commander';
import type { AnnouncementSummary } from '../../service/announcement-questions.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import type { AnnouncementFile } from '../../web/staff-api/announcement-file.ts';
import { addAnnouncementAct, announcementStanding, readAnnouncement } from './announcement-act.ts';
import { announcementActs } from './announcement-acts.ts';
import { addCaseAct } from './case-act.ts';
import { createAnnouncement } from './create-announcement.ts';
import { offered } from './offered.ts';
import { option } from './options.ts';
import { save } from './saving.ts';
import { counted, indented, moment, pairs, table } from './table.ts';
import { addVerb, type Call, type Said } from './verb.ts';

/** Articles that announce cities, from draft to correction. */
export function addAnnouncement(oasc: Command): void {
  const noun = oasc.command('announcement').description('articles that announce cities together');
  addVerb(noun, {
    call: 'list',
    what: 'all announcements, the newest published first, drafts last',
    examples: ['announcement list'],
    run: async ({ client }) => {
      const all = await (await client()).get<AnnouncementSummary[]>('/announcements');
      return { data: all, words: all.length === 0 ? 'Nothing has been composed yet.' : inTable(all) };
    },
  });
  addVerb(noun, {
    call: 'show <announcement>',
    what: 'an announcement with its article, its cities and its receipts',
    examples: ['announcement show camliova'],
    run: async ({ client, words: [named = ''] }) => {
      const file = await readAnnouncement(await client(), named);
      return { data: file, words: page(file) };
    },
  });
  createAnnouncement(noun);
  addVerb(noun, {
    call: 'preview <announcement>',
    what: 'the page as readers would get it',
    examples: ['announcement preview camliova --file preview.html'],
    options: [['--file <file>', 'where to put the page; else it is printed']],
    run: preview,
  });
  for (const act of announcementActs) addAnnouncementAct(noun, act);
  addCaseAct(noun, {
    call: 'waive <case>',
    what: 'leave a city a member without an announcement',
    kind: 'waive-announcement',
    example: 'announcement waive camliova --reason "They would rather not be in the news."',
    reason: 'needed',
  });
}

async function preview({ client, options, words: [named = ''] }: Call): Promise<Said> {
  const api = await client();
  const { view } = await readAnnouncement(api, named);
  const { bytes } = await api.download(`/announcements/${view.announcement}/preview`);
  const place = option(options, 'file');
  const html = Buffer.from(bytes).toString('utf8');
  if (place === undefined) return { data: { announcement: view.announcement, html }, words: html };
  const saved = await save(place, bytes);
  return { data: { announcement: view.announcement, saved }, words: `Saved as ${saved.file}` };
}

function inTable(all: readonly AnnouncementSummary[]): string {
  const rows = all.map(({ id, title, step, cities, scheduledFor, publishedAt }) => [
    id,
    title,
    step,
    String(cities),
    moment(publishedAt ?? scheduledFor),
  ]);
  return `${table(['ANNOUNCEMENT', 'TITLE', 'STEP', 'CITIES', 'PUBLISHED'], rows)}\n${counted(all.length, 'announcement', 'announcements')}`;
}

function page({
  view,
  title,
  article,
  slug,
  scheduledFor,
  undoUntil,
  cities,
  late,
  acts,
  deliveries,
}: AnnouncementFile): string {
  const receipts = deliveries.map(({ kind, state, receipt }) => `  ${kind}  ${state}  ${receipt ?? ''}`.trimEnd());
  const rows = cities.map(({ case: id, name, stage, step, ready, waitsFor, due }) => [
    id,
    name,
    ready ? 'ready' : [stage, step].filter(Boolean).join(', '),
    ready || waitsFor === 'nobody' ? '' : waitsFor,
    moment(due),
  ]);
  return [
    announcementStanding(title, view),
    pairs([
      ['Address', `news/${slug}/`],
      ['Fingerprint', 'article' in view.stage ? view.stage.article : null],
      ['Not before', moment(scheduledFor)],
      ['Undo until', moment(undoUntil)],
      ['Version', String(view.version)],
    ]),
    article ? inOneLine(article.lead) : 'No city is ready yet.',
    indented(table(['CASE', 'CITY', 'STAGE', 'WAITS FOR', 'DUE'], rows)),
    ...(late ? [`Late; one of these has to be chosen\n${late.options.map(optionLine).join('\n')}`] : []),
    offered(acts),
    ...(receipts.length > 0 ? [`Receipts\n${receipts.join('\n')}`] : []),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function optionLine({ kind, sentence }: { kind: string; sentence: string }): string {
  return `  ${kind}: ${inOneLine(sentence)}`;
}
