import { ApplicationFailure, allHandlersFinished, condition, setHandler, uuid4 } from '@temporalio/workflow';
import {
  type AnnouncementAct,
  type AnnouncementEvent,
  announcementDecisionKinds,
} from '../domain/announcement/acts.ts';
import { announcementRefusal } from '../domain/announcement/refusal.ts';
import { announcementHappened, announcementTaken } from '../domain/announcement/rules.ts';
import type { Announcement } from '../domain/announcement/state.ts';
import type { CaseId, Instant } from '../domain/ids.ts';
import { recordAnnouncement } from './activities.ts';
import { type Clock, startClock } from './clock.ts';
import { tellCities } from './holding.ts';
import {
  type AnnouncementStart,
  announcementDecision,
  cityLeft,
  cityReady,
  currentAnnouncement,
  holdsStill,
  letGo,
  refused,
} from './messages.ts';

/** Where an announcement is worked on. */
export type AnnouncementDesk = {
  clock: Clock;
  announcement(): Announcement;
  /** Cities that have said that they hold still for the publication. */
  holding: Set<CaseId>;
  /** Waits until the condition holds; false when the instant came first. */
  until(holds: (announcement: Announcement) => boolean, before?: Instant): Promise<boolean>;
  note(event: AnnouncementEvent): void;
  record(): Promise<void>;
  close(): Promise<Announcement>;
};

/** Opens an announcement: acts are taken or refused at once, and a city may leave at any time before publication. */
export function openAnnouncementDesk({ announcement: asItStands, at }: AnnouncementStart): AnnouncementDesk {
  const clock = startClock(at);
  const holding = new Set<CaseId>();
  let latest = asItStands;

  const note = (event: AnnouncementEvent) => {
    latest = announcementHappened(latest, event, { id: uuid4(), at: clock.now() });
  };
  const take = async (act: AnnouncementAct): Promise<Announcement> => {
    const { cases: before } = latest;
    const after = announcementTaken(latest, act);
    latest = after;
    const gone = before.filter((city) => !after.cases.includes(city));
    // Free before the answer is given, so that another announcement can take them in at once.
    if (gone.length > 0) await tellCities(gone, letGo, after.announcement);
    return after;
  };

  for (const kind of announcementDecisionKinds)
    setHandler(announcementDecision(kind), take, { validator: (act: AnnouncementAct) => refuse(latest, act) });
  setHandler(cityLeft, (city) => {
    holding.delete(city);
    note({ kind: 'city-left', case: city });
  });
  setHandler(cityReady, (city) => note({ kind: 'city-ready', case: city }));
  setHandler(holdsStill, (city) => void holding.add(city));
  setHandler(currentAnnouncement, () => latest);

  return {
    clock,
    announcement: () => latest,
    holding,
    until: async (holds, before) => {
      const now = () => holds(latest);
      if (before !== undefined) return await condition(now, clock.until(before));
      await condition(now);
      return true;
    },
    note,
    record: () => recordAnnouncement(latest),
    close: async () => {
      await condition(allHandlersFinished);
      return latest;
    },
  };
}

function refuse(announcement: Announcement, act: AnnouncementAct): void {
  const no = announcementRefusal(announcement, act);
  if (no) throw ApplicationFailure.create({ type: refused, message: no.code, nonRetryable: true, details: [no] });
}
