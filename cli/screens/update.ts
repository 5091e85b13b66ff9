import { answered, failed } from './answers.ts';
import { ask, type Event, type Step } from './events.ts';
import { bindingFor } from './keymap.ts';
import { caseKey } from './keys/case-keys.ts';
import { helpKey } from './keys/help-keys.ts';
import { inboxKey } from './keys/inbox-keys.ts';
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
    case 'key':
      return pressed({ ...state, notice: null }, event.key, event.text);
    default:
      return event satisfies never;
  }
}

function pressed(state: State, key: string, text: string): Step {
  const page = seen(state);
  const place = page.page === 'inbox' && page.typing ? 'filter' : page.page;
  const does = bindingFor(place, key)?.does ?? null;
  switch (does) {
    case 'interrupt':
      return [state, { kind: 'leave' }];
    case 'help':
      return page.page === 'help' ? [closed(state)] : [opened(state, { page: 'help', of: page.page, scrolled: 0 })];
    case 'again':
      return [state, ...questionsOf(state).map(ask)];
    case 'back':
      return page.page === 'inbox' ? [state] : [closed(state)];
    default:
      return onPage(state, page, { does, key, text });
  }
}

function onPage(state: State, page: Page, pressed: { does: string | null; key: string; text: string }): Step {
  switch (page.page) {
    case 'inbox':
      return inboxKey(state, page, pressed);
    case 'case':
      return caseKey(state, page, pressed);
    case 'help':
      return helpKey(state, page, pressed);
    default:
      return page satisfies never;
  }
}
