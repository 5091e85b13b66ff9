import { defineSearchAttributeKey } from '@temporalio/common';

// For operators only; people's lists and pages read the records.
export const stageKey = defineSearchAttributeKey('OascStage', 'KEYWORD');
export const countryKey = defineSearchAttributeKey('OascCountry', 'KEYWORD');
export const waitingOnKey = defineSearchAttributeKey('OascWaitingOn', 'KEYWORD');
export const dueKey = defineSearchAttributeKey('OascDue', 'DATETIME');

export const searchAttributeKeys = [stageKey, countryKey, waitingOnKey, dueKey];
