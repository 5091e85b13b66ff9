import type { RefusalWords } from './refusal-words.ts';

/** Why the office cannot do something beside the process, and what comes next. */
export const officeRefusals = {
  'duplicate-open': {
    what: 'Nothing was changed: {cases} may be the same city.',
    next: 'Say first whether they are the same: merge this case into the other, or keep both apart.',
  },
  'reason-needed': {
    what: 'Nothing was changed: a check of this application asks for attention.',
    next: 'Read the checks, and accept with a reason that says why it is right all the same.',
  },
  answered: {
    what: 'Nothing was changed: this question has been answered already.',
    next: 'Open the case again to read the answer; what you would add can be a question of its own.',
  },
  'last-administrator': {
    what: 'Nothing was changed: without this person nobody could add staff any more.',
    next: 'Add another administrator first: oasc staff add.',
  },
} as const satisfies Record<string, RefusalWords>;
