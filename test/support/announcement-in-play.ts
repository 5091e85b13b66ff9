import { announcementHappened, announcementTaken } from '../../domain/announcement/rules.ts';
import {
  type Announcement,
  type AnnouncementAct,
  type AnnouncementDecision,
  type AnnouncementEvent,
  drafted,
} from '../../domain/announcement/state.ts';

export const first = '1'.repeat(64);
export const second = '2'.repeat(64);
export const published = '3'.repeat(64);
export const at = '2027-03-05T09:00:00.000Z';
export const later = { at: '2027-06-01T15:00:00.000Z', zone: 'Europe/Brussels' };
export const newsletter = { recipients: 3, sent: 2, unknown: 1 };

/** An announcement of two towns, which Ada has just composed. */
export const spring = drafted({
  announcement: 'spring',
  edition: 1,
  cases: ['tr-camliova.1', 'pl-lakowiec.1'],
  plan: 'plan',
  act: { id: 'composing', actor: 'ada', at, kind: 'composed', article: first },
});

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
};
export const camliovaLeft = { kind: 'city-left', case: 'tr-camliova.1' } as const;
export const lakowiecLeft = { kind: 'city-left', case: 'pl-lakowiec.1' } as const;

export const approved = play(spring, acts.approve);
export const publishing = play(approved, { kind: 'publication-began' });
export const out = play(publishing, { kind: 'published', sha256: published, newsletter });
/** The same announcement at every step. */
export const steps = {
  draft: spring,
  recompose: play(spring, camliovaLeft),
  approved,
  publishing,
  published: out,
  dropped: play(spring, acts.drop),
};
