/** A step of an announcement in a word. */
export function stepWord(step: string): string {
  return words[step]?.[1] ?? step;
}

/** The sign of a step, whose word stands beside it. */
export function stepSign(step: string): string {
  return words[step]?.[0] ?? '-';
}

const words: Record<string, readonly [string, string]> = {
  gathering: ['~', 'gathers cities'],
  draft: ['*', 'to be approved'],
  recompose: ['.', 'composed anew'],
  approved: ['~', 'approved'],
  publishing: ['.', 'publishing'],
  published: ['+', 'public'],
  dropped: ['-', 'dropped'],
};

/** What happened to an announcement; the act's own name where it has no words yet. */
export function announcementEvent(kind: string): string {
  return events[kind] ?? kind.replaceAll('-', ' ');
}

const events: Record<string, string> = {
  composed: 'composed it',
  'gathering-began': 'began to gather cities',
  'city-ready': 'a city became ready',
  'city-left': 'a city left',
  edit: 'composed it anew',
  approve: 'approved it',
  undo: 'took the approval back',
  schedule: 'set its hour',
  lift: 'lifted its hour',
  publish: 'published it',
  'go-without': 'went on without a city',
  'wait-until': 'waits until a day',
  split: 'split it in two',
  wait: 'gave more time',
  drop: 'dropped it',
  overdue: 'its day passed: a person decides',
  'publication-began': 'publication began',
  published: 'it is public',
  correction: 'composed a correction',
  retraction: 'composed a retraction',
};
