import type { AnnouncementAct, AnnouncementDecision, AnnouncementEvent } from '../../domain/announcement/acts.ts';
import { announcementHappened, announcementTaken } from '../../domain/announcement/rules.ts';
import { type Announcement, amended, drafted, gathering } from '../../domain/announcement/state.ts';

export const first = '1'.repeat(64);
export const second = '2'.repeat(64);
export const published = '3'.repeat(64);
export const at = '2027-03-05T09:00:00.000Z';
export const later = { at: '2027-06-01T15:00:00.000Z', zone: 'Europe/Brussels' };
export const muchLater = { at: '2027-08-01T15:00:00.000Z', zone: 'Europe/Brussels' };
/** Ten minutes to take an approval back, and an hour before which nothing is public. */
export const undoUntil = '2027-03-05T09:10:00.000Z';
export const embargo = '2027-03-11T08:00:00.000Z';
export const newsletter = { recipients: 3, sent: 2, unknown: 1 };

/** An announcement of two towns, which Ada has just composed. */
export const spring = drafted({
  announcement: 'spring',
  edition: 1,
  cases: ['tr-camliova.1', 'pl-lakowiec.1'],
  plan: 'plan',
  publishAt: null,
  act: { id: 'composing', actor: 'ada', at, kind: 'composed', article: first },
});

/** An announcement of three towns, for which Ada waits until June; Waterlinde is ready. */
export const summer = gathering({
  announcement: 'summer',
  cases: ['nl-waterlinde.1', 'tr-camliova.1', 'pl-lakowiec.1'],
  awaited: ['tr-camliova.1', 'pl-lakowiec.1'],
  plan: 'plan',
  publishAt: null,
  act: { id: 'gathering', actor: 'ada', at, kind: 'gathering-began', until: later },
});

/** What is public, taken back or corrected: Ada has just written it. */
export function amendment(kind: 'correction' | 'retraction'): Announcement {
  const act = { id: kind, actor: 'ada', at, kind, article: second, notice: 'notice', newsletter: false };
  return amended({ announcement: 'spring', edition: 2, cases: spring.cases, plan: 'plan', publishAt: null, act });
}

/** An act of a member of staff, under an id of its own. */
export function by(actor: string, decision: AnnouncementDecision, version?: number): AnnouncementAct {
  return { id: `${decision.kind} by ${actor}`, actor, at, ...(version === undefined ? {} : { version }), decision };
}

/** Plays acts of staff and what happens without one, in their order. */
export function play(announcement: Announcement, ...steps: (AnnouncementAct | AnnouncementEvent)[]): Announcement {
  return steps.reduce(
    (before, step) =>
      'decision' in step
        ? announcementTaken(before, step)
        : announcementHappened(before, step, { id: `${before.version} ${step.kind}`, at }),
    announcement,
  );
}

export const acts = {
  edit: by('cem', { kind: 'edit', plan: 'second plan', article: second }),
  approve: by('bruno', { kind: 'approve', article: first }),
  drop: by('bruno', { kind: 'drop', paper: 'reason' }),
  wait: by('bruno', { kind: 'wait', paper: 'reason', until: later }),
  undo: by('bruno', { kind: 'undo' }),
  publish: by('bruno', { kind: 'publish' }),
  schedule: by('bruno', { kind: 'schedule', publishAt: embargo }),
  lift: by('bruno', { kind: 'lift' }),
  'go-without': by('bruno', { kind: 'go-without', case: 'pl-lakowiec.1', paper: 'reason' }),
  'wait-until': by('bruno', { kind: 'wait-until', until: muchLater, paper: 'reason' }),
  split: by('bruno', { kind: 'split', cases: ['pl-lakowiec.1'], into: 'autumn', paper: 'reason' }),
} as const satisfies Record<AnnouncementDecision['kind'], AnnouncementAct>;
export const camliovaLeft = { kind: 'city-left', case: 'tr-camliova.1' } as const;
export const lakowiecLeft = { kind: 'city-left', case: 'pl-lakowiec.1' } as const;

export const approved = play(spring, acts.approve);
/** Approved, with an embargo and ten minutes to take the approval back. */
export const waiting = play(spring, acts.schedule, by('bruno', { kind: 'approve', article: first, undoUntil }));
export const publishing = play(approved, { kind: 'publication-began' });
export const out = play(publishing, { kind: 'published', sha256: published, newsletter });
/** The same announcement at every step. */
export const steps = {
  gathering: summer,
  draft: spring,
  recompose: play(spring, camliovaLeft),
  approved: waiting,
  publishing,
  published: out,
  dropped: play(spring, acts.drop),
};
