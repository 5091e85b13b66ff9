import type { Announcement } from '../domain/announcement/state.ts';
import type { Stage } from '../domain/onboarding/state.ts';
import { sentences } from './refusal-sentences.ts';
import type { Refused } from './refusals.ts';

/** What happened, in one sentence, and who must do what next. */
export type RefusalWords = { what: string; next: string };

export type RefusalCatalogue = {
  stages: Record<Stage['stage'], string>;
  steps: Record<Announcement['stage']['step'], string>;
  roles: Record<'reviewer' | 'editor' | 'approver' | 'administrator', string>;
  found: Record<'case' | 'announcement' | 'document' | 'colleague' | 'question', string>;
  rules: Record<Extract<Refused, { code: 'own-work' }>['rule'], RefusalWords>;
  /** Who else could do it, by name. */
  somebody: string;
  somebodyAway: string;
  nobodyThere: string;
  sentences: Record<Exclude<Refused['code'], 'own-work'>, RefusalWords>;
};

export const english: RefusalCatalogue = {
  stages: {
    review: 'in review',
    letter: 'at the letter',
    statement: 'at the statement',
    announcement: 'waiting to be announced',
    lapsed: 'resting, because its day has passed',
    declined: 'resting, because the letter was declined',
    announced: 'announced',
    waived: 'a member without an announcement',
    rejected: 'closed, because we could not accept it',
    superseded: 'closed, because another application of the city goes on',
    withdrawn: 'withdrawn',
  },
  steps: {
    gathering: 'waiting for its cities',
    draft: 'a draft',
    recompose: 'to be composed again, because a city has left it',
    approved: 'approved',
    publishing: 'being published',
    published: 'public',
    dropped: 'dropped',
  },
  roles: { reviewer: 'a reviewer', editor: 'an editor', approver: 'an approver', administrator: 'an administrator' },
  found: {
    case: 'no such case',
    announcement: 'no such announcement',
    document: 'no such document',
    colleague: 'no such colleague',
    question: 'no such question',
  },
  rules: {
    'accepter-applied': {
      what: 'You cannot accept this application, because you handed it in yourself.',
      next: 'Another reviewer decides on it.',
    },
    'verifier-uploaded': {
      what: 'You cannot verify this letter, because you signed or uploaded it yourself.',
      next: 'Another reviewer verifies it.',
    },
    'countersigner-verified': {
      what: 'You cannot countersign this letter, because you verified it yourself.',
      next: 'Another approver countersigns it.',
    },
    'approver-drafted': {
      what: 'You cannot approve these words, because you wrote them yourself.',
      next: 'Another approver reads them.',
    },
    'approver-composed': {
      what: 'You cannot approve this announcement, because you composed or edited it yourself.',
      next: 'Another approver reads it.',
    },
    'embargo-composed': {
      what: 'You cannot move its hour: you composed or edited it, and somebody else has approved it with this hour.',
      next: 'Another approver does it, or takes the approval back.',
    },
  },
  somebody: 'You can ask {names}.',
  somebodyAway: '{name} (away until {until})',
  nobodyThere: 'If it cannot wait, an administrator adds somebody: oasc staff add.',
  sentences,
};
