import type { ActorId } from '../ids.ts';
import type { Act, Decision, Signed } from './acts.ts';
import { someStayAsked } from './asking.ts';
import { decided, openAgain } from './decided.ts';
import { claimedOnceReady, noLongerGathered } from './gathered.ts';
import { goOn, putOnHold, turnOver } from './hold.ts';
import { isPrepared, prepared, takenBack, told } from './pending.ts';
import { isClosed, isResting, type Onboarding, type Stage } from './state.ts';

/** The case after a person's act, which `refusal` has let through. */
export function taken(city: Onboarding, act: Act): Onboarding {
  const { decision, id, actor, at } = act;
  const version = city.version + 1;
  const changed = movesOn(decision) ? version : city.changed;
  const before = { ...city, version, changed, acts: [...city.acts, { id, actor, at, ...decision }] };
  return claimedOnceReady(after(before, decision, { id, actor, at }));
}

const asides: ReadonlySet<Decision['kind']> = new Set(['ask-code', 'ask-link', 'ask-city', 'reply', 'gather']);

/** A code, a link or an answer that is asked for, or an announcement that waits, changes nothing that anybody decides on. */
function movesOn({ kind }: Decision): boolean {
  return !asides.has(kind);
}

function after(city: Onboarding, decision: Decision, signed: Signed): Onboarding {
  switch (decision.kind) {
    case 'ask-code':
    case 'ask-link':
    case 'ask-city':
    case 'reply':
      return city;
    case 'gather':
      return { ...city, gatheredBy: decision.announcement };
    case 'resend':
      return decision.until ? { ...city, stage: openAgain(city.stage), due: decision.until, overdue: false } : city;
    case 'wait':
      return { ...city, due: decision.until, overdue: false };
    case 'extend':
      return { ...city, stage: openAgain(city.stage), due: decision.until, overdue: false };
    case 'hold':
      return putOnHold(city, decision.until, signed.at);
    case 'resume':
      return goOn(city, signed.at);
    case 'tell':
      return told(city, signed);
    case 'take-back':
      return takenBack(city);
    case 'recuse':
      return withoutVoice(city, signed.actor);
    case 'opinion':
      return { ...city, opinions: [...(city.opinions ?? []), signed.actor] };
    default: {
      const free = decision.kind === 'release' ? noLongerGathered(city, decision.announcement) : null;
      if (free) return free;
      if (isPrepared(decision)) return prepared(city, decision, signed);
      const stage = decided(city.stage, decision, signed);
      // A city that an announcement takes in or gives back is still in the same turn.
      const sameTurn = withinTheTurn.has(decision.kind) || othersStillSign(city.stage, stage, decision);
      if (sameTurn) return { ...city, stage };
      return decidedAnew(turnOver({ ...takenBack(city), stage }, !isClosed(stage) && !isResting(stage)), decision);
    }
  }
}

/** What changes the case and leaves whose turn it is, and until when. */
const withinTheTurn: ReadonlySet<Decision['kind']> = new Set(['claim', 'release', 'give-mandate', 'settle']);

/** One of several has signed, or somebody is named beside others: the others have until the same day. */
function othersStillSign(before: Stage, after: Stage, { kind }: Decision): boolean {
  if (kind === 'name-signatory' || kind === 'set-signatories') return someStayAsked(before, after);
  return (kind === 'sign' || kind === 'upload') && after.stage === 'letter' && after.step === 'sign';
}

/** A new round of review begins without the opinions of the last one. */
function decidedAnew(city: Onboarding, { kind }: Decision): Onboarding {
  if (kind !== 'answer') return city;
  const { opinions: _opinions, ...rest } = city;
  return rest;
}

/** Whoever steps aside decides nothing more in this case, and what they thought of it counts no more. */
function withoutVoice(city: Onboarding, person: ActorId): Onboarding {
  const { opinions, ...rest } = city;
  const others = opinions?.filter((one) => one !== person);
  return { ...rest, recused: [...(city.recused ?? []), person], ...(others ? { opinions: others } : {}) };
}
