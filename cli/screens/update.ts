import { answered, failed } from './answers.ts';
import { ask, type Effect, type Event, type Step } from './events.ts';
import { bindingFor, typesWords } from './keymap.ts';
import { announcementKey } from './keys/announcement-keys.ts';
import { announcementsKey } from './keys/announcements-keys.ts';
import { caseKey } from './keys/case-keys.ts';
import { composeKey } from './keys/compose-keys.ts';
import { dialogKey } from './keys/dialog-keys.ts';
import { helpKey } from './keys/help-keys.ts';
import { inboxKey } from './keys/inbox-keys.ts';
import { outboxKey } from './keys/outbox-keys.ts';
import { paletteKey } from './keys/palette-keys.ts';
import { readerKey } from './keys/reader-keys.ts';
import type { Pressed } from './keys/scrolling.ts';
import { sent, unsent, written } from './outcomes.ts';
import { questionsOf } from './questions.ts';
import { closed, opened, type Page, type State, seen } from './state.ts';

/** The state after something happened, and what is to be done about it. Pure: nothing is asked or drawn here. */
export function update(state: State, event: Event): Step {
  switch (event.kind) {
    case 'resized':
      return [{ ...state, size: event.size }];
    case 'ticked':
      return [{ ...state, now: event.now }];
    case 'answered':
      return answered({ ...state, now: event.now }, event.answer);
    case 'failed':
      return [failed({ ...state, now: event.now }, event.question, event.trouble)];
    case 'sent':
      return sent({ ...state, now: event.now }, event.dialog, event);
    case 'unsent':
      return unsent({ ...state, now: event.now }, event.dialog, event.trouble);
    case 'saved':
      return [{ ...state, notice: { sign: '+', text: `Saved: ${event.where}` } }];
    case 'notSaved':
      return [{ ...state, notice: { sign: 'x', text: event.trouble.message } }];
    case 'written':
      return [written(state, event.dialog, event.text)];
    case 'key':
      return pressed({ ...state, notice: null }, event);
    default:
      return event satisfies never;
  }
}

function pressed(state: State, { key, text, id }: { key: string; text: string; id: string }): Step {
  const page = seen(state);
  const place = page.page === 'inbox' && page.typing ? 'filter' : page.page;
  // Keys that came faster than they were read come together; where words are typed they are words.
  if (text.length > 1 && !typesWords(place)) return oneByOne(state, text, id);
  const does = bindingFor(place, key)?.does ?? null;
  switch (does) {
    case 'interrupt':
      return [state, { kind: 'leave', interrupted: true }];
    case 'help':
      return page.page === 'help' ? [closed(state)] : [opened(state, { page: 'help', of: page.page, scrolled: 0 })];
    case 'again':
      return [state, ...questionsOf(state).map(ask)];
    case 'back':
      return page.page === 'inbox' ? [state] : [closed(state)];
    default:
      return onPage(state, page, { does, key, text, id });
  }
}

function oneByOne(state: State, text: string, id: string): Step {
  const all: Effect[] = [];
  let now = state;
  for (const [index, sign] of Array.from(text).entries()) {
    const [next, ...effects] = pressed(now, { key: sign, text: sign, id: `${id}-${index}` });
    now = next;
    all.push(...effects);
  }
  return [now, ...all];
}

function onPage(state: State, page: Page, pressed: Pressed): Step {
  switch (page.page) {
    case 'inbox':
      return inboxKey(state, page, pressed);
    case 'case':
      return caseKey(state, page, pressed);
    case 'announcements':
      return announcementsKey(state, page, pressed);
    case 'announcement':
      return announcementKey(state, page, pressed);
    case 'reader':
      return readerKey(state, page, pressed);
    case 'outbox':
      return outboxKey(state, page, pressed);
    case 'compose':
      return composeKey(state, page, pressed);
    case 'dialog':
      return dialogKey(state, page, pressed);
    case 'palette':
      return paletteKey(state, page, pressed);
    case 'help':
      return helpKey(state, page, pressed);
    default:
      return page satisfies never;
  }
}
