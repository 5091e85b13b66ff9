import { type ActorId, type CaseId, type Deadline, type Instant, theSystem } from '../ids.ts';
import type { AnnouncementAct, AnnouncementDecision, AnnouncementEvent } from './acts.ts';
import type { Announcement, AnnouncementStep } from './state.ts';

/** The announcement after a person's act, which `announcementRefusal` has let through. */
export function announcementTaken(announcement: Announcement, act: AnnouncementAct): Announcement {
  const { id, actor, at, decision } = act;
  const version = announcement.version + 1;
  const { due, ...rest } = announcement;
  const cases = casesAfter(announcement.cases, decision);
  const stage = withoutAwaiting(stageAfter(announcement.stage, decision, actor), cases);
  return {
    ...rest,
    version,
    changed: version,
    cases,
    plan: decision.kind === 'edit' ? decision.plan : announcement.plan,
    stage,
    publishAt: embargoAfter(announcement.publishAt, decision),
    ...limitAfter({ due, overdue: announcement.overdue }, decision, announcement.stage.step === stage.step),
    acts: [...announcement.acts, { id, actor, at, ...decision }],
  };
}

function casesAfter(cases: readonly CaseId[], decision: AnnouncementDecision): CaseId[] {
  if (decision.kind === 'go-without') return cases.filter((one) => one !== decision.case);
  return decision.kind === 'split' ? cases.filter((one) => !decision.cases.includes(one)) : [...cases];
}

function embargoAfter(publishAt: Instant | null, decision: AnnouncementDecision): Instant | null {
  if (decision.kind === 'schedule') return decision.publishAt;
  return decision.kind === 'lift' || decision.kind === 'publish' ? null : publishAt;
}

/** A new limit is set by whoever chooses to wait; a step that goes on keeps the one it has, a new step has none yet. */
function limitAfter(
  { due, overdue }: { due: Deadline | undefined; overdue: boolean },
  decision: AnnouncementDecision,
  sameStep: boolean,
): Pick<Announcement, 'due' | 'overdue'> {
  if (decision.kind === 'wait' || decision.kind === 'wait-until') return { due: decision.until, overdue: false };
  return sameStep ? { ...(due ? { due } : {}), overdue } : { overdue: false };
}

/** The announcement after something that happened without a person; unchanged where it has moved on since. */
export function announcementHappened(
  announcement: Announcement,
  event: AnnouncementEvent,
  signed: { id: string; at: Instant },
): Announcement {
  if (!mayHappen(announcement, event)) return announcement;
  const cases =
    event.kind === 'city-left' ? announcement.cases.filter((one) => one !== event.case) : announcement.cases;
  const after = withoutAwaiting(stageOnceHappened(announcement.stage, event, signed.at), cases);
  const stage: AnnouncementStep = cases.length === 0 ? { step: 'dropped' } : after;
  const version = announcement.version + 1;
  const { due, ...rest } = announcement;
  const sameTurn = stage.step === announcement.stage.step || announcement.stage.step !== 'gathering';
  const limit = event.kind === 'turn-planned' ? event.due : sameTurn ? due : undefined;
  return {
    ...rest,
    version,
    changed: stage === announcement.stage && cases === announcement.cases ? announcement.changed : version,
    cases,
    stage,
    ...(limit ? { due: limit } : {}),
    overdue: event.kind === 'overdue' || (announcement.overdue && sameTurn && event.kind !== 'turn-planned'),
    acts:
      event.kind === 'turn-planned'
        ? announcement.acts
        : [...announcement.acts, { ...signed, actor: theSystem, ...event }],
  };
}

/** What is published or dropped stays so, whoever leaves; and an article that was composed meanwhile counts only while one is awaited. */
function mayHappen({ stage: { step, ...stage }, edition, cases }: Announcement, event: AnnouncementEvent): boolean {
  switch (event.kind) {
    case 'composed':
      return step === 'recompose';
    case 'city-ready':
      return 'awaited' in stage && stage.awaited.includes(event.case);
    case 'city-left':
      // A later edition is about what is public already; nobody leaves it.
      return edition === 1 && isOpen(step) && cases.includes(event.case);
    case 'publication-began':
      return step === 'approved';
    case 'published':
      return step === 'publishing';
    case 'turn-planned':
    case 'overdue':
      return step !== 'published' && step !== 'dropped';
    default:
      return event satisfies never;
  }
}

function isOpen(step: AnnouncementStep['step']): boolean {
  return step === 'gathering' || step === 'draft' || step === 'recompose' || step === 'approved';
}

function stageAfter(stage: AnnouncementStep, decision: AnnouncementDecision, actor: ActorId): AnnouncementStep {
  const composedBy = composers(stage);
  switch (decision.kind) {
    case 'edit':
      return { step: 'draft', article: decision.article, composedBy: [...new Set([...composedBy, actor])] };
    case 'approve': {
      const { article, undoUntil = null } = decision;
      return { step: 'approved', article, composedBy, approvedBy: actor, undoUntil };
    }
    case 'undo':
      return stage.step === 'approved' ? { step: 'draft', article: stage.article, composedBy } : stage;
    case 'publish':
      return stage.step === 'approved' ? { ...stage, undoUntil: null } : stage;
    case 'go-without':
    case 'split':
      return stage.step === 'gathering' ? stage : { step: 'recompose', composedBy };
    case 'drop':
      return { step: 'dropped' };
    case 'wait':
    case 'wait-until':
    case 'schedule':
    case 'lift':
      return stage;
    default:
      return decision satisfies never;
  }
}

function stageOnceHappened(stage: AnnouncementStep, event: AnnouncementEvent, at: Instant): AnnouncementStep {
  switch (event.kind) {
    case 'composed':
      return { step: 'draft', article: event.article, composedBy: composers(stage) };
    case 'city-ready':
      return stage.step === 'gathering'
        ? { ...stage, awaited: stage.awaited.filter((one) => one !== event.case) }
        : stage;
    case 'city-left':
      return stage.step === 'gathering' ? stage : { step: 'recompose', composedBy: composers(stage) };
    case 'publication-began': {
      if (stage.step !== 'approved') return stage;
      const { undoUntil: _undoUntil, ...approved } = stage;
      return { ...approved, step: 'publishing' };
    }
    case 'published':
      return stage.step === 'publishing'
        ? { ...stage, step: 'published', publishedAt: at, publishedSha256: event.sha256, newsletter: event.newsletter }
        : stage;
    case 'turn-planned':
    case 'overdue':
      return stage;
    default:
      return event satisfies never;
  }
}

/** A gathering waits only for cities that are still in it; once it waits for none, it is composed. */
function withoutAwaiting(stage: AnnouncementStep, cases: readonly CaseId[]): AnnouncementStep {
  if (stage.step !== 'gathering') return stage;
  const awaited = stage.awaited.filter((one) => cases.includes(one));
  if (awaited.length === 0) return { step: 'recompose', composedBy: stage.composedBy };
  return awaited.length === stage.awaited.length ? stage : { ...stage, awaited };
}

function composers(stage: AnnouncementStep): ActorId[] {
  return 'composedBy' in stage ? stage.composedBy : [];
}
