import type { Event, Signed } from './acts.ts';
import { noLongerGathered } from './gathered.ts';
import { goOn, turnOver, turnPlanned } from './hold.ts';
import { told } from './pending.ts';
import { isClosed, isResting, type Onboarding, type Stage } from './state.ts';

/** The case after something that happened without a person; unchanged where the case has moved on since. */
export function happened(city: Onboarding, event: Event, signed: Signed): Onboarding {
  const free = event.kind === 'let-go' ? noLongerGathered(city, event.announcement) : null;
  if (free) return noted({ ...free, version: city.version + 1 }, event, signed);
  const stage = changedBy(city, event);
  if (stage === null) return city;
  const version = city.version + 1;
  const next = { ...city, version, stage };
  switch (event.kind) {
    case 'turn-planned':
      return turnPlanned(next, event.due, event.from ?? signed.at);
    case 'told':
      return noted(told({ ...next, changed: version }, signed), event, signed);
    case 'resumed':
      return noted(goOn({ ...next, changed: version }, signed.at), event, signed);
    case 'overdue':
      return noted({ ...next, overdue: true }, event, signed);
    default: {
      if (stage === city.stage) return noted(next, event, signed);
      const moved = { ...next, changed: version };
      // A city that is held or let go is still in the same turn: whoever is waited for, and until when, stays.
      return noted(stage.stage === 'announcement' ? moved : turnOver(moved, !isClosed(stage)), event, signed);
    }
  }
}

function noted(city: Onboarding, event: Event, signed: Signed): Onboarding {
  return { ...city, acts: [...city.acts, { ...signed, ...event }] };
}

function changedBy({ stage, onHold, pending }: Onboarding, event: Event): Stage | null {
  switch (event.kind) {
    case 'applied':
      return null;
    case 'turn-planned':
      return isClosed(stage) || isResting(stage) ? null : stage;
    case 'reminded':
    case 'warned':
    case 'staff-reminded':
    case 'overdue':
      return isClosed(stage) || isResting(stage) || onHold ? null : stage;
    case 'resumed':
      return onHold ? stage : null;
    case 'told':
      return pending ? stage : null;
    case 'lapsed':
      if (onHold) return null;
      if (stage.stage === 'review' && stage.waitsFor === 'city') return { stage: 'lapsed', from: stage };
      return stage.stage === 'letter' && stage.step === 'sign' ? { stage: 'lapsed', from: stage } : null;
    case 'letter-issued':
      return stage.stage === 'letter' && stage.step === 'issue'
        ? { ...stage, step: 'sign', letter: event.letter }
        : null;
    case 'letter-sealed':
      return sealed(stage, event);
    case 'held':
    case 'unheld':
    case 'let-go':
    case 'announced':
      return announcementSays(stage, event);
    default:
      return event satisfies never;
  }
}

type Said = Extract<Event, { kind: 'held' | 'unheld' | 'let-go' | 'announced' }>;

/** What an announcement says counts only in the case that it has claimed. */
function announcementSays(stage: Stage, { kind, announcement }: Said): Stage | null {
  if (stage.stage !== 'announcement' || stage.claim.kind === 'free') return null;
  if (stage.claim.announcement !== announcement) return null;
  if (kind === 'let-go') return { ...stage, claim: { kind: 'free' } };
  if (kind === 'announced') return { stage: 'announced', member: stage.member, words: stage.words, announcement };
  return { ...stage, claim: { kind: kind === 'held' ? 'held' : 'claimed', announcement } };
}

/** The letter is finished: the city is a member, and its mayor's words are asked for. */
function sealed(
  stage: Stage,
  { sha256: finalSha256, certificateSha256, seal }: Extract<Event, { kind: 'letter-sealed' }>,
): Stage | null {
  if (stage.stage !== 'letter' || stage.step !== 'seal') return null;
  const { application, memberSince, letter } = stage;
  const signatures = stage.signatories.flatMap(({ signature }) => (signature ? [signature] : []));
  const papers = { finalSha256, ...(certificateSha256 ? { certificateSha256 } : {}), ...(seal ? { seal } : {}) };
  return { stage: 'statement', step: 'draft', member: { application, memberSince, letter, signatures, ...papers } };
}
