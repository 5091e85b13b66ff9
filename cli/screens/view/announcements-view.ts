import type { AnnouncementLine } from '../known.ts';
import { bold, column, type Line, line, toned } from '../lines.ts';
import type { AnnouncementsPage, State } from '../state.ts';
import { byWhen, dayAndTime } from '../when.ts';
import { stepSign, stepWord } from '../words/announcements.ts';
import { footer, rule, whereabouts, windowed } from './frame.ts';

/** Every announcement with its step, and what it waits for. */
export function announcementsView(state: State, page: AnnouncementsPage): Line[] {
  const rows = state.announcements ?? [];
  const height = state.size.rows - 8;
  const from = Math.max(0, Math.min(page.selected - Math.floor(height / 2), rows.length - height));
  const drawn = rows.map((row, index) => rowLine(state, row, index === page.selected));
  const empty =
    state.announcements === null ? 'Asking ...' : 'There is no announcement yet. c announces cities that are ready.';
  const title = Math.max(20, state.size.columns - 46);
  return [
    whereabouts('Announcements'),
    line(''),
    line(toned('quiet', `    ${column('Headline', title)} Cities  Step            When`)),
    rule(state),
    ...windowed(rows.length === 0 ? [line(`   ${empty}`)] : drawn, from, height),
    rule(state),
    ...footer(state, 'announcements'),
  ];
}

function rowLine(state: State, row: AnnouncementLine, isSelected: boolean): Line {
  const title = Math.max(20, state.size.columns - 46);
  const words = ` ${column(row.title, title)} ${column(String(row.cities), 6)}  ${column(stepWord(row.step), 15)} ${when(state, row)}`;
  const sign = row.overdue ? '!' : stepSign(row.step);
  return line(isSelected ? bold('> ') : '  ', { text: sign, bold: true }, isSelected ? bold(words) : words);
}

function when({ now, zone }: State, { publishedAt, scheduledFor, due }: AnnouncementLine): string {
  if (publishedAt) return dayAndTime(publishedAt, now, zone);
  if (scheduledFor) return `not before ${dayAndTime(scheduledFor, now, zone)}`;
  return due ? byWhen(due, now, zone) : '';
}
