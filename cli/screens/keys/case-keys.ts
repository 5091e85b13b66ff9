import { ask, type Step } from '../events.ts';
import { type CasePage, opened, parts, type State, type Subject, withSeen } from '../state.ts';
import { isListed, partLines, partRows } from '../view/case-view.ts';
import { mailsOf } from '../view/mails-view.ts';
import { papersOf } from '../view/papers-view.ts';
import { actKey } from './act-keys.ts';
import { type Pressed, scrolledTo } from './scrolling.ts';

/** What a key does on the page of a case. */
export function caseKey(state: State, page: CasePage, pressed: Pressed): Step {
  const at = parts.indexOf(page.part);
  const subject: Subject = { about: 'case', case: page.case };
  const look = (part: number): Step => [withSeen(state, { ...page, part: parts[part] ?? page.part, scrolled: 0 })];
  switch (pressed.does) {
    case 'part':
      return look(Number(pressed.key) - 1);
    case 'next-part':
      return look((at + 1) % parts.length);
    case 'part-before':
      return look((at + parts.length - 1) % parts.length);
    case 'palette':
      return [opened(state, { page: 'palette', subject, filter: '', selected: 0 })];
    case 'open':
      return open(state, page);
    case null:
      return actKey(state, subject, pressed.key, pressed.id);
    default:
      return [withSeen(state, scrolled(state, page, pressed.does))];
  }
}

function scrolled(state: State, page: CasePage, does: string): CasePage {
  const window = partRows(state);
  const rows = partLines(state, page).length;
  const last = Math.max(0, isListed(page.part) ? rows - 1 : rows - window);
  return { ...page, scrolled: scrolledTo(page.scrolled, does, { last, window }) };
}

/** Reads what is chosen: a mail as it went out, the words of the letter; a paper is saved where oasc was started. */
function open(state: State, page: CasePage): Step {
  const { file } = page;
  if (!file) return [state];
  if (page.part === 'mails') {
    const mail = mailsOf(file)[page.scrolled];
    if (!mail) return [state];
    const title = `${page.name} > Mail: ${mail.kind}`;
    if (mail.id === null) return mail.words === null ? [state] : [readingWhatWaits(state, page, title, mail.words)];
    const what = { about: 'mail', id: mail.id } as const;
    return [opened(state, { page: 'reader', title, what, paragraphs: null, scrolled: 0 }), ask(what)];
  }
  if (page.part === 'papers') {
    const paper = papersOf(file)[page.scrolled];
    if (!paper) return [state];
    const path = `/cases/${encodeURIComponent(page.case)}/documents/${paper.sha256}`;
    return [state, { kind: 'save', path, name: `${file.summary.city} ${paper.says}` }];
  }
  const what = { about: 'letter', case: page.case } as const;
  const title = `${page.name} > Letter of Intent`;
  return [opened(state, { page: 'reader', title, what, paragraphs: null, scrolled: 0 }), ask(what)];
}

function readingWhatWaits(state: State, page: CasePage, title: string, words: string[]): State {
  const what = { about: 'case', case: page.case } as const;
  return opened(state, { page: 'reader', title, what, paragraphs: words, scrolled: 0 });
}
