import { fitted, type Line, line } from './lines.ts';
import { type State, seen } from './state.ts';
import { announcementView } from './view/announcement-view.ts';
import { announcementsView } from './view/announcements-view.ts';
import { caseView } from './view/case-view.ts';
import { composeView } from './view/compose-view.ts';
import { dialogView } from './view/dialog-view.ts';
import { helpView } from './view/help-view.ts';
import { inboxView } from './view/inbox-view.ts';
import { outboxView } from './view/outbox-view.ts';
import { paletteView } from './view/palette-view.ts';
import { readerView } from './view/reader-view.ts';

/** The screen as it is to be seen: exactly as many rows and cells as the terminal has. */
export function view(state: State): Line[] {
  const { columns, rows } = state.size;
  const drawn = columns < 60 || rows < 16 ? tooSmall(state) : drawnPage(state);
  const filled = [...drawn, ...Array.from({ length: Math.max(0, rows - drawn.length) }, () => line(''))];
  return filled.slice(0, rows).map((row) => fitted(row, columns));
}

function drawnPage(state: State): Line[] {
  const page = seen(state);
  switch (page.page) {
    case 'inbox':
      return inboxView(state, page);
    case 'case':
      return caseView(state, page);
    case 'announcements':
      return announcementsView(state, page);
    case 'announcement':
      return announcementView(state, page);
    case 'reader':
      return readerView(state, page);
    case 'outbox':
      return outboxView(state, page);
    case 'compose':
      return composeView(state, page);
    case 'dialog':
      return dialogView(state, page);
    case 'palette':
      return paletteView(state, page);
    case 'help':
      return helpView(state, page);
    default:
      return page satisfies never;
  }
}

function tooSmall({ size: { columns, rows } }: State): Line[] {
  return [
    line(` oasc needs 60 x 16.`),
    line(` This window is ${columns} x ${rows}.`),
    line(' Make it larger.'),
    line(' Ctrl-C leaves.'),
  ];
}
