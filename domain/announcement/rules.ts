import { type ActorId, type CaseId, type Deadline, type Instant, theSystem } from '../ids.ts';
import type { Refusal } from '../onboarding/refusal.ts';
import type {
  Announcement,
  AnnouncementAct,
  AnnouncementDecision,
  AnnouncementEvent,
  AnnouncementStep,
} from './state.ts';

type AnnouncementRefusal =
  | Extract<Refusal, { code: 'stale' | 'own-work' | 'other-text' }>
  | { code: 'wrong-step'; step: AnnouncementStep['step'] };

/** Whether this act may be taken now: null where it may. Who composed or edited does not approve; what is approved is a hash. */
export function announcementRefusal(announcement: Announcement, act: AnnouncementAct): AnnouncementRefusal | null {
  const { stage } = announcement;
  const { decision } = act;
  if (stage.step === 'publishing' || stage.step === 'published' || stage.step === 'dropped')
    return { code: 'wrong-step', step: stage.step };
  if (act.version !== undefined && (act.version < announcement.changed || act.version > announcement.version))
    return { code: 'stale', version: announcement.version };
  if (decision.kind !== 'approve') return null;
  if (stage.step !== 'draft') return { code: 'wrong-step', step: stage.step };
  if (stage.article !== decision.article) return { code: 'other-text', sha256: stage.article };
  return stage.composedBy.includes(act.actor) ? { code: 'own-work', rule: 'approver-composed' } : null;
}

/** The announcement after a person's act, which `announcementRefusal` has let through. */
export function announcementTaken(announcement: Announcement, act: AnnouncementAct): Announcement {
  const { id, actor, at, decision } = act;
  const version = announcement.version + 1;
  const { due, ...rest } = announcement;
  return {
    ...rest,
    version,
    changed: version,
    plan: decision.kind === 'edit' ? decision.plan : announcement.plan,
    stage: stageAfter(announcement.stage, decision, actor),
    overdue: false,
    ...dueAfter(decision, due),
    acts: [...announcement.acts, { id, actor, at, ...decision }],
  };
}

function dueAfter(decision: AnnouncementDecision, due: Deadline | undefined): { due?: Deadline } {
  if (decision.kind === 'wait') return { due: decision.until };
  return decision.kind === 'edit' && due ? { due } : {};
}

/** The announcement after something that happened without a person; unchanged where it has moved on since. */
export function announcementHappened(
  announcement: Announcement,
  event: AnnouncementEvent,
  signed: { id: string; at: Instant },
): Announcement {
  if (!mayHappen(announcement.stage, event)) return announcement;
  const cases =
    event.kind === 'city-left' ? announcement.cases.filter((one: CaseId) => one !== event.case) : announcement.cases;
  const stage: AnnouncementStep =
    cases.length === 0 ? { step: 'dropped' } : stageOnceHappened(announcement.stage, event, signed.at);
  const version = announcement.version + 1;
  return {
    ...announcement,
    version,
    changed: stage === announcement.stage ? announcement.changed : version,
    cases,
    stage,
    ...(event.kind === 'turn-planned' ? { due: event.due } : {}),
    overdue: event.kind === 'overdue' || (announcement.overdue && event.kind !== 'turn-planned'),
    acts:
      event.kind === 'turn-planned'
        ? announcement.acts
        : [...announcement.acts, { ...signed, actor: theSystem, ...event }],
  };
}

/** What is published or dropped stays so, whoever leaves; and an article that was composed meanwhile counts only while one is awaited. */
function mayHappen({ step }: AnnouncementStep, { kind }: AnnouncementEvent): boolean {
  switch (kind) {
    case 'composed':
      return step === 'recompose';
    case 'city-left':
      return step === 'draft' || step === 'recompose' || step === 'approved';
    case 'publication-began':
      return step === 'approved';
    case 'published':
      return step === 'publishing';
    case 'turn-planned':
    case 'overdue':
      return step !== 'published' && step !== 'dropped';
    default:
      return kind satisfies never;
  }
}

function stageAfter(stage: AnnouncementStep, decision: AnnouncementDecision, actor: ActorId): AnnouncementStep {
  switch (decision.kind) {
    case 'edit':
      return { step: 'draft', article: decision.article, composedBy: [...new Set([...composers(stage), actor])] };
    case 'approve':
      return { step: 'approved', article: decision.article, composedBy: composers(stage), approvedBy: actor };
    case 'drop':
      return { step: 'dropped' };
    case 'wait':
      return stage;
    default:
      return decision satisfies never;
  }
}

function stageOnceHappened(stage: AnnouncementStep, event: AnnouncementEvent, at: Instant): AnnouncementStep {
  switch (event.kind) {
    case 'composed':
      return { step: 'draft', article: event.article, composedBy: composers(stage) };
    case 'city-left':
      return { step: 'recompose', composedBy: composers(stage) };
    case 'publication-began':
      return stage.step === 'approved' ? { ...stage, step: 'publishing' } : stage;
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

function composers(stage: AnnouncementStep): ActorId[] {
  return 'composedBy' in stage ? stage.composedBy : [];
}
