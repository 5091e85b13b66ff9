import type { Onboarding } from '../../domain/onboarding/state.ts';
import { membershipOf, type Stage } from '../../domain/onboarding/state.ts';
import type { PageWords } from './words.ts';

export type StageState = keyof PageWords['status']['states'];
export type TurnKey = keyof PageWords['turn'];

/** How the five stages stand: apply, review, letter, statement, announcement. */
export function stageStates(city: Onboarding): StageState[] {
  const states = statesAt(city);
  const present = ['turn', 'waiting', 'progress'];
  return city.onHold ? states.map((state) => (present.includes(state) ? 'hold' : state)) : states;
}

function statesAt(city: Onboarding): StageState[] {
  const { stage } = city;
  const behind = (reached: number): StageState[] => Array<StageState>(reached).fill('completed');
  const at = (reached: number, state: StageState): StageState[] =>
    [...behind(reached), state, ...Array<StageState>(5).fill('later')].slice(0, 5);
  switch (stage.stage) {
    case 'review':
      return at(1, stage.waitsFor === 'city' ? 'turn' : 'waiting');
    case 'letter':
      return at(
        2,
        stage.step === 'sign' ? 'turn' : stage.step === 'issue' || stage.step === 'seal' ? 'progress' : 'waiting',
      );
    case 'statement':
      return at(3, stage.step === 'approve' ? 'waiting' : 'turn');
    case 'announcement':
      return at(4, stage.claim.kind === 'free' ? 'waiting' : 'progress');
    case 'lapsed':
      return at(stage.from.stage === 'review' ? 1 : 2, 'problem');
    case 'declined':
      return at(2, 'problem');
    case 'announced':
      return behind(5);
    case 'waived':
      return [...behind(4), 'closed'];
    case 'superseded':
      return [...behind(1), 'closed', 'closed', 'closed', 'closed'];
    case 'rejected':
      return [...behind(1), 'problem', 'closed', 'closed', 'closed'];
    case 'withdrawn':
      return [...behind(reachedBefore(city)), ...Array<StageState>(5).fill('closed')].slice(0, 5);
    default:
      return stage satisfies never;
  }
}

/** Under which key the words for whose turn it is stand. */
export function turnKey({ stage, onHold }: Onboarding): TurnKey {
  if (onHold) return 'on-hold';
  return keyOf(stage);
}

function keyOf(stage: Stage): TurnKey {
  switch (stage.stage) {
    case 'review':
      return `review-${stage.waitsFor}`;
    case 'letter':
      return `letter-${stage.step}`;
    case 'statement':
      return `statement-${stage.step}`;
    default:
      return stage.stage;
  }
}

function reachedBefore({ stage, acts }: Onboarding): number {
  if (!membershipOf(stage)) return acts.some(({ kind }) => kind === 'accept') ? 2 : 1;
  return acts.some(({ kind }) => kind === 'approve-words' || kind === 'waive-statement') ? 4 : 3;
}
