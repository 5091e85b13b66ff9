import type { Event, Signed } from './acts.ts';
import { isClosed, type Onboarding, type Stage } from './state.ts';

/** The case after something that happened without a person; unchanged where the case has moved on since. */
export function happened(city: Onboarding, event: Event, signed: Signed): Onboarding {
  const next = changedBy(city.stage, event);
  if (next === null) return city;
  const { due, ...rest } = city;
  // A city that is held or let go is still in the same turn: whoever is waited for, and until when, stays.
  const sameTurn = next === city.stage || next.stage === 'announcement';
  const planned = event.kind === 'turn-planned' ? { due: event.due } : due && sameTurn ? { due } : {};
  return {
    ...rest,
    version: city.version + 1,
    changed: next === city.stage ? city.changed : city.version + 1,
    stage: next,
    ...planned,
    overdue: event.kind === 'overdue' || (city.overdue && sameTurn && event.kind !== 'turn-planned'),
    acts: event.kind === 'turn-planned' ? city.acts : [...city.acts, { ...signed, ...event }],
  };
}

function changedBy(stage: Stage, event: Event): Stage | null {
  switch (event.kind) {
    case 'applied':
      return null;
    case 'turn-planned':
    case 'reminded':
    case 'staff-reminded':
    case 'overdue':
      return isClosed(stage) || 'from' in stage ? null : stage;
    case 'lapsed':
      if (stage.stage === 'review' && stage.waitsFor === 'city') return { stage: 'lapsed', from: stage };
      return stage.stage === 'letter' && stage.step === 'sign' ? { stage: 'lapsed', from: stage } : null;
    case 'letter-issued':
      return stage.stage === 'letter' && stage.step === 'issue'
        ? { ...stage, step: 'sign', letter: event.letter }
        : null;
    case 'letter-sealed': {
      if (stage.stage !== 'letter' || stage.step !== 'seal') return null;
      const signatures = stage.signatories.flatMap(({ signature }) => (signature ? [signature] : []));
      const { application, memberSince, letter } = stage;
      return {
        stage: 'statement',
        step: 'draft',
        member: { application, memberSince, letter, signatures, finalSha256: event.sha256 },
      };
    }
    case 'held':
    case 'unheld':
    case 'let-go':
    case 'announced':
      if (stage.stage !== 'announcement' || stage.claim.kind === 'free') return null;
      if (stage.claim.announcement !== event.announcement) return null;
      if (event.kind === 'let-go') return { ...stage, claim: { kind: 'free' } };
      if (event.kind === 'unheld') return { ...stage, claim: { kind: 'claimed', announcement: event.announcement } };
      if (event.kind === 'held') return { ...stage, claim: { kind: 'held', announcement: event.announcement } };
      return { stage: 'announced', member: stage.member, words: stage.words, announcement: event.announcement };
    default:
      return event satisfies never;
  }
}
