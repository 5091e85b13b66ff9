/** The lists that staff work from: their own, all that waits for the office, for cities, that is late, that is ready, and all. */
export const caseViews = ['mine', 'team', 'cities', 'overdue', 'ready', 'all'] as const;
export type CaseView = (typeof caseViews)[number];
