import type { CaseId, Instant, Sha256 } from '../ids.ts';
import type { AnnouncementAct, AnnouncementDecision } from './acts.ts';
import type { Announcement, AnnouncementStep } from './state.ts';

/** Why an act on an announcement cannot be taken: a code and ids, from which a surface makes a sentence. */
export type AnnouncementRefusal =
  | { code: 'stale'; version: number }
  | { code: 'wrong-step'; step: AnnouncementStep['step'] }
  | { code: 'own-work'; rule: 'approver-composed' | 'embargo-composed' }
  | { code: 'other-text'; sha256: Sha256 }
  /** A correction or retraction has no cities and no time to gather of its own. */
  | { code: 'later-edition' }
  | { code: 'not-in-it'; case: CaseId }
  | { code: 'last-city' }
  | { code: 'no-embargo' }
  | { code: 'undo-over'; at: Instant | null }
  | { code: 'retracted' };

const open = ['gathering', 'draft', 'recompose', 'approved'] as const;

/** The steps at which each decision can be taken. */
const steps: Record<AnnouncementDecision['kind'], readonly AnnouncementStep['step'][]> = {
  edit: ['draft', 'recompose', 'approved'],
  approve: ['draft'],
  undo: ['approved'],
  schedule: open,
  lift: open,
  publish: ['approved'],
  'go-without': open,
  'wait-until': ['gathering'],
  split: open,
  wait: ['draft', 'recompose', 'approved'],
  drop: open,
};

/**
 * Whether this act may be taken now: null where it may. Who composed or edited does not approve, nor moves the hour for
 * which a second person has approved it; what is approved is a hash.
 */
export function announcementRefusal(announcement: Announcement, act: AnnouncementAct): AnnouncementRefusal | null {
  const { stage, changed, version } = announcement;
  const { decision } = act;
  const isOver = stage.step === 'publishing' || stage.step === 'published' || stage.step === 'dropped';
  if (isOver) return { code: 'wrong-step', step: stage.step };
  if (act.version !== undefined && (act.version < changed || act.version > version)) return { code: 'stale', version };
  if (!steps[decision.kind].includes(stage.step)) return { code: 'wrong-step', step: stage.step };
  switch (decision.kind) {
    case 'approve':
      return approvalRefusal(announcement, decision.article, act);
    case 'undo':
      return undoRefusal(stage, act);
    case 'schedule':
    case 'publish':
      return embargoRefusal(stage, act);
    case 'lift':
      return announcement.publishAt === null ? { code: 'no-embargo' } : embargoRefusal(stage, act);
    case 'go-without':
      return leavingRefusal(announcement, [decision.case]);
    case 'split':
      return leavingRefusal(announcement, decision.cases);
    case 'edit':
      return announcement.amends?.kind === 'retraction' ? { code: 'later-edition' } : null;
    case 'wait-until':
    case 'wait':
    case 'drop':
      return null;
    default:
      return decision satisfies never;
  }
}

/** What a later edition can do: correct what is public, or take it back. */
export type AmendmentKind = 'correct' | 'retract';

/** Whether what is public may be corrected or taken back now, by somebody who saw this version: null where it may. */
export function amendmentRefusal(
  { stage, amends, changed, version }: Announcement,
  kind: AmendmentKind,
  seen: number,
): AnnouncementRefusal | null {
  if (stage.step !== 'published') return { code: 'wrong-step', step: stage.step };
  if (seen < changed || seen > version) return { code: 'stale', version };
  return kind === 'retract' && amends?.kind === 'retraction' ? { code: 'retracted' } : null;
}

function approvalRefusal({ stage }: Announcement, article: Sha256, { actor }: AnnouncementAct) {
  if (stage.step !== 'draft') return { code: 'wrong-step', step: stage.step } as const;
  if (stage.article !== article) return { code: 'other-text', sha256: stage.article } as const;
  return stage.composedBy.includes(actor) ? ({ code: 'own-work', rule: 'approver-composed' } as const) : null;
}

function undoRefusal(stage: AnnouncementStep, { at }: AnnouncementAct): AnnouncementRefusal | null {
  const until = stage.step === 'approved' ? stage.undoUntil : null;
  return until !== null && at < until ? null : { code: 'undo-over', at: until };
}

function embargoRefusal(stage: AnnouncementStep, { actor }: AnnouncementAct): AnnouncementRefusal | null {
  return stage.step === 'approved' && stage.composedBy.includes(actor)
    ? { code: 'own-work', rule: 'embargo-composed' }
    : null;
}

/** Whether these cities may be taken out: each is in it, and somebody stays. */
function leavingRefusal({ cases, edition }: Announcement, leaving: readonly CaseId[]): AnnouncementRefusal | null {
  if (edition > 1) return { code: 'later-edition' };
  const stranger = leaving.find((one) => !cases.includes(one));
  if (stranger !== undefined) return { code: 'not-in-it', case: stranger };
  return cases.every((one) => leaving.includes(one)) ? { code: 'last-city' } : null;
}
