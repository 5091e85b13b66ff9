import type { AnnouncementFile } from '../known.ts';
import { bold, column, type Line, leftAndRight, line, toned } from '../lines.ts';
import { type AnnouncementPage, type AnnouncementPart, announcementParts, type State } from '../state.ts';
import { known } from '../subjects.ts';
import { byWhen, dayAndTime, minutesLeft } from '../when.ts';
import { announcementEvent, stepSign, stepWord } from '../words/announcements.ts';
import { whoActed } from '../words/people.ts';
import { actPanel } from './act-panel.ts';
import { articleLines } from './article-view.ts';
import { cityLines } from './cities-view.ts';
import { footer, rule, whereabouts, whichRows, windowed } from './frame.ts';
import { fingerprint, labelled } from './labelled.ts';
import { receiptLines } from './receipts-view.ts';

/** The page of an announcement: where it stands, its cities, its article, its receipts, and what one may do now. */
export function announcementView(state: State, page: AnnouncementPage): Line[] {
  const { file } = page;
  const rows = announcementLines(state, page);
  const height = announcementRows(state);
  const { columns } = state.size;
  const offers = known(state, { about: 'announcement', id: page.id })?.offers ?? [];
  const ready = file ? `${file.cities.filter((city) => city.ready).length} of ${file.cities.length} ready ` : '';
  return [
    leftAndRight(whereabouts(page.name), line(toned('quiet', ready)), columns),
    file ? standing(state, file) : line(toned('quiet', `   Asking ${state.host} ...`)),
    line(toned('quiet', file ? `   /news/${file.slug}/   ${fingerprintOf(file)}` : '')),
    rule(state),
    tabs(page),
    whichRows(state, page.scrolled, height, rows.length),
    ...windowed(rows, page.scrolled, height),
    rule(state),
    ...actPanel(state, offers),
    rule(state),
    ...footer(state, 'announcement'),
  ];
}

/** How many rows of a part are seen at once. */
export function announcementRows({ size }: State): number {
  return Math.max(1, size.rows - 16);
}

/** All rows of the part that is looked at. */
export function announcementLines(state: State, page: AnnouncementPage): Line[] {
  return page.file ? views[page.part](state, page.file) : [];
}

const views: Record<AnnouncementPart, (state: State, file: AnnouncementFile) => Line[]> = {
  cities: cityLines,
  article: articleLines,
  receipts: receiptLines,
  editions: ({ now, zone, size }, { versions }) =>
    versions.flatMap(({ edition, step, sha256, publishedAt }) =>
      labelled(
        `Edition ${edition}`,
        `${stepWord(step)}${publishedAt ? `, ${dayAndTime(publishedAt, now, zone)}` : ''}   ${fingerprint(sha256)}`,
        size.columns,
      ),
    ),
  events: (state, { view }) =>
    view.acts
      .toReversed()
      .map((act) =>
        line(
          ' ',
          toned('quiet', column(dayAndTime(act.at, state.now, state.zone), 17)),
          ` ${column(whoActed(state, act.actor), 10)} ${announcementEvent(act.kind)}`,
        ),
      ),
};

const names: Record<AnnouncementPart, string> = {
  cities: 'Cities',
  article: 'Article',
  receipts: 'Receipts',
  editions: 'Editions',
  events: 'Events',
};

function tabs(page: AnnouncementPage): Line {
  return line(
    ' ',
    ...announcementParts.map((part, index) => {
      const words = `${index + 1} ${names[part]}`;
      return part === page.part ? bold(`[${words}] `) : toned('quiet', ` ${words} `);
    }),
  );
}

function fingerprintOf({ view: { stage } }: AnnouncementFile): string {
  return 'article' in stage ? `words ${fingerprint(stage.article)}` : '';
}

/** Where it stands, and what it waits for. */
function standing({ now, zone }: State, { view, undoUntil, scheduledFor }: AnnouncementFile): Line {
  const { stage, due, overdue } = view;
  const sign = overdue ? '!' : stepSign(stage.step);
  const by = due ? ` by ${byWhen(due.at, now, zone)}` : '';
  const words = (): string => {
    if (stage.step === 'approved' && undoUntil !== null && undoUntil > now)
      return `Approved. Goes out in ${minutesLeft(undoUntil, now)}; until then u takes it back`;
    if (stage.step === 'approved' && scheduledFor !== null)
      return `Approved. Public from ${dayAndTime(scheduledFor, now, zone)}`;
    if (stage.step === 'draft') return `To be approved by a second person${by}`;
    if (stage.step === 'published') return publishedWords(stage, dayAndTime(stage.publishedAt, now, zone));
    return `${stepWord(stage.step)}${by}${overdue ? ': a person decides how it goes on' : ''}`;
  };
  return line(' ', { text: sign, bold: true }, ' ', bold(words()));
}

function publishedWords(
  { article, publishedSha256 }: { article: string; publishedSha256: string },
  at: string,
): string {
  const same = article === publishedSha256 ? 'approved words = published words' : 'the published words differ';
  return `Public since ${at}: ${same}`;
}
