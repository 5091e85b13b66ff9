import { upsertSearchAttributes } from '@temporalio/workflow';
import { type Onboarding, waitingOn } from '../domain/onboarding/state.ts';
import { countryKey, dueKey, stageKey, waitingOnKey } from './search-attributes.ts';

/** Shows operators where a case stands; one event, so once a turn. */
export function showOperators(city: Onboarding): void {
  const { stage, country, due } = city;
  upsertSearchAttributes([
    { key: stageKey, value: stage.stage },
    { key: countryKey, value: country },
    { key: waitingOnKey, value: waitingOn(city) },
    { key: dueKey, value: due ? new Date(due.at) : null },
  ]);
}
