import { type Group, keymap } from '../keymap.ts';
import { bold, column, type Line, line } from '../lines.ts';
import type { HelpPage, Page, State } from '../state.ts';
import { footer, rule, windowed } from './frame.ts';

const titles: Record<Page['page'], string> = {
  inbox: 'Inbox',
  case: 'Case',
  announcements: 'Announcements',
  announcement: 'Announcement',
  reader: 'A text to read',
  outbox: 'Outbox',
  compose: 'Announce cities together',
  dialog: 'An act',
  palette: 'Any act by its name',
  help: 'Help',
};
const groups: Group[] = ['Move', 'Read', 'Decide', 'Everywhere'];

/** The keys of the page that one came from, and the signs; made from the keymap. */
export function helpView(state: State, page: HelpPage): Line[] {
  const height = state.size.rows - 5;
  return [
    line(' Help: ', bold(titles[page.of])),
    rule(state),
    ...windowed(helpLines(page.of), page.scrolled, height),
    ...footer(state, 'help'),
  ];
}

/** All rows of the help for a page. */
export function helpLines(of: Page['page']): Line[] {
  const keys = groups.flatMap((group) => {
    const rows = keymap.filter((one) => one.group === group && (one.place === of || one.place === 'everywhere'));
    if (rows.length === 0) return [];
    return [
      line(' ', bold(group)),
      ...rows.map((row) => line(`   ${column(row.keys.map(keyName).join(' '), 16)} ${row.says}`)),
    ];
  });
  return [
    ...keys,
    line(''),
    line(' ', bold('Signs'), '   * your turn   ~ waits for others   ! late   + done   - none   . begun'),
    line('         = on hold   ? question, or not sure   x refused or failed   > here'),
  ];
}

const keyNames: Record<string, string> = {
  enter: 'Enter',
  escape: 'Esc',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  home: 'Home',
  end: 'End',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  ' ': 'Space',
  f1: 'F1',
};

/** A key as it stands on the keyboard. */
export function keyName(key: string): string {
  return keyNames[key] ?? key.replace(/^ctrl-(.)$/, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`);
}
