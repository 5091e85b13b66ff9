import type { CaseFile } from '../known.ts';

/** What the office does around a case without moving it: who looks after it, notes, questions, duplicates, scans. */
export const officeActs = ['note', 'question', 'reply', 'assign', 'scan', 'merge', 'keep-apart'] as const;
export type OfficeAct = (typeof officeActs)[number];

/** Whether there is anything for it to be about. */
export function isOffered(act: OfficeAct, file: CaseFile): boolean {
  switch (act) {
    case 'reply':
      return openQuestions(file).length > 0;
    case 'merge':
    case 'keep-apart':
      return openDuplicates(file).length > 0;
    case 'scan':
      return file.view.stage.stage === 'letter' && file.view.stage.step === 'sign';
    case 'note':
    case 'question':
    case 'assign':
      return true;
    default:
      return act satisfies never;
  }
}

/** Whether an act is one of the office around a case, and no decision. */
export function isOfficeAct(act: string): act is OfficeAct {
  return officeActs.some((one) => one === act);
}

/** The city's questions that nobody has answered. */
export function openQuestions({ questions }: CaseFile) {
  return questions.filter(({ from, open }) => from === 'city' && open !== false);
}

/** Other cases that may be the same application. */
export function openDuplicates({ duplicates }: CaseFile) {
  return duplicates.filter(({ state }) => state === 'open');
}
