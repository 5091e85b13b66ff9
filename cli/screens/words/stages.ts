import type { Row } from '../known.ts';

/** A stage as a word of the list. */
export function stageWord(stage: string): string {
  return stage === 'announcement' ? 'announce' : stage;
}

/** The sign of a case, whose word stands beside it: late, on hold, a question, ours, theirs, done, closed. */
export function signOf(row: Row): string {
  if (row.held_until) return '=';
  if (row.overdue) return '!';
  if (row.questions !== undefined && row.questions > 0) return '?';
  if (row.waits_for === 'staff') return '*';
  if (row.waits_for === 'city') return '~';
  return done.has(row.stage) ? '+' : closedUnjoined.has(row.stage) ? 'x' : '-';
}

const done = new Set(['announced', 'waived']);
const closedUnjoined = new Set(['rejected', 'withdrawn', 'superseded']);

/** What to do next about a case, in a few words: the service's own, or by its stage. */
export function whatToDo({ todo, stage, waits_for: turn }: Row): string {
  return todo ?? toDo[`${stage} ${turn}`] ?? toDo[stage] ?? `${stageWord(stage)}, nobody is waited for`;
}

const toDo: Record<string, string> = {
  'review staff': 'decide on the answers',
  'review city': 'new answers from the city',
  'letter staff': 'check the letter',
  'letter city': 'the city signs',
  'letter nobody': 'the letter is being made',
  'statement staff': 'check the words',
  'statement city': 'words from the mayor',
  'announcement staff': 'announce it',
  announced: 'announced',
  waived: 'a member, no announcement',
  rejected: 'closed: not accepted',
  withdrawn: 'closed: withdrawn',
  superseded: 'closed: another case goes on',
  lapsed: 'rests: its day has passed',
  declined: 'rests: declined',
};

/** What follows once whoever is waited for has acted. */
export function whatFollows({ stage, step, waits_for: turn }: Row): string {
  return follows[`${stage} ${step ?? turn}`] ?? follows[stage] ?? '';
}

const follows: Record<string, string> = {
  'review staff': 'Then: accepted, the letter goes out; returned, the city changes its answers.',
  'review city': 'Then somebody here reads the new answers.',
  'letter issue': 'Then the letter goes to whoever signs it.',
  'letter sign': 'Then a reviewer checks the signed letter.',
  'letter verify': 'Then another person countersigns, and the city is a member from that day.',
  'letter countersign': 'Then the city is a member from that day, and its mayor is asked for a statement.',
  'letter seal': 'Then the mayor is asked for a statement.',
  'statement draft': 'Then the mayor confirms the exact words.',
  'statement confirm': 'Then another person here checks the words.',
  'statement approve': 'Then the city can be announced.',
  announcement: 'Then readers see it: in an announcement, alone or with other cities.',
  lapsed: 'Nothing is lost: it can be reopened where it stopped.',
  declined: 'Nothing is lost: it can be reopened where it stopped.',
};

/** A country's name in English, or its code where that has none. */
export function countryName(code: string): string {
  try {
    return countries.of(code) ?? code;
  } catch {
    return code;
  }
}

const countries = new Intl.DisplayNames('en', { type: 'region' });
