import { ApplicationFailure, allHandlersFinished, condition, setHandler, uuid4 } from '@temporalio/workflow';
import { type AnnouncementId, type Instant, theSystem } from '../domain/ids.ts';
import { type Act, decisionKinds, type Event, type Taken } from '../domain/onboarding/acts.ts';
import { happened } from '../domain/onboarding/happened.ts';
import { refusal } from '../domain/onboarding/refusal.ts';
import type { Onboarding, StageName } from '../domain/onboarding/state.ts';
import { taken } from '../domain/onboarding/taken.ts';
import { recordCase } from './activities.ts';
import { type Clock, startClock } from './clock.ts';
import { answerGathering, answerHold } from './holding.ts';
import {
  announced,
  currentOnboarding,
  decision,
  gathers,
  hold,
  holdNoLonger,
  letGo,
  type OnboardingStart,
  refused,
} from './messages.ts';

/** Where a case is worked on. What is taken waits here, in order, and the story sees the case as it was at each act. */
export type Desk = {
  clock: Clock;
  city(): Onboarding;
  /** Whether the case is in this stage, or rests in it. */
  isIn(name: StageName): boolean;
  /** The next thing that was taken; null when the instant came first. */
  next(before?: Instant): Promise<Taken | null>;
  /** Takes note of what happened without a person; null where the case has moved on meanwhile. */
  note(event: Event): Taken | null;
  /** Writes the case into the records, as it is by now. */
  record(): Promise<void>;
  /** Answers whoever still waits for an answer. */
  close(): Promise<Onboarding>;
};

type Waiting = { act: Taken; before: Onboarding };

/** Opens a case: every act of a person is an Update that is taken or refused at once, before anything is awaited. */
export function openDesk({ city: asItStands, at }: OnboardingStart): Desk {
  const clock = startClock(at);
  const waiting: Waiting[] = [];
  let latest = asItStands;

  const note = (event: Event): Taken | null => {
    const signed = { id: uuid4(), actor: theSystem, at: clock.now() };
    const after = happened(latest, event, signed);
    if (after === latest) return null;
    latest = after;
    return { ...signed, ...event };
  };
  const take = (act: Act): Onboarding => {
    waiting.push({ act: { id: act.id, actor: act.actor, at: act.at, ...act.decision }, before: latest });
    latest = taken(latest, act);
    return latest;
  };
  const hear = (kind: 'let-go' | 'announced') => (announcement: AnnouncementId) => {
    const before = latest;
    const act = note({ kind, announcement });
    if (act) waiting.push({ act, before });
  };

  for (const kind of decisionKinds) setHandler(decision(kind), take, { validator: (act: Act) => refuse(latest, act) });
  setHandler(hold, (announcement) =>
    answerHold(announcement, latest.case, note({ kind: 'held', announcement }) !== null),
  );
  setHandler(gathers, (announcement) => answerGathering(announcement, latest));
  setHandler(holdNoLonger, (announcement) => void note({ kind: 'unheld', announcement }));
  setHandler(letGo, hear('let-go'));
  setHandler(announced, hear('announced'));
  setHandler(currentOnboarding, () => latest);

  const city = () => waiting[0]?.before ?? latest;
  return {
    clock,
    city,
    isIn: (name) => {
      const { stage } = city();
      return stage.stage === name || ('from' in stage && stage.from.stage === name);
    },
    next: async (before) => {
      const arrived = () => waiting.length > 0;
      await (before === undefined ? condition(arrived) : condition(arrived, clock.until(before)));
      return waiting.shift()?.act ?? null;
    },
    note: (event) => {
      const noted = note(event);
      // Acts that wait were heard before the story noted this; it looks at their case from here on.
      if (noted) for (const one of waiting) one.before = happened(one.before, event, noted);
      return noted;
    },
    record: () => recordCase(latest),
    close: async () => {
      await condition(allHandlersFinished);
      return latest;
    },
  };
}

function refuse(city: Onboarding, act: Act): void {
  const no = refusal(city, act);
  if (no) throw ApplicationFailure.create({ type: refused, message: no.code, nonRetryable: true, details: [no] });
}
