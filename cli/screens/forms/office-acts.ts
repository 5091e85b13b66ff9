import type { CaseFile } from '../known.ts';

/** What staff say for a city about its letter. */
export const letterActs = ['hand-over', 'mandate', 'language', 'resend'] as const;
/** What the office does around a case: who looks after it, notes, questions, duplicates, scans, and what it says for the city. */
export const officeActs = [
  'note',
  'question',
  'reply',
  'assign',
  'scan',
  ...letterActs,
  'merge',
  'keep-apart',
] as const;
export type LetterAct = (typeof letterActs)[number];
export type OfficeAct = (typeof officeActs)[number];

/** Whether there is anything for it to be about. */
export function isOffered(act: OfficeAct, file: CaseFile): boolean {
  switch (act) {
    case 'reply':
      return openQuestions(file).length > 0;
    case 'merge':
    case 'keep-apart':
      return openDuplicates(file).length > 0;
    case 'mandate':
      return file.view.stage.stage === 'letter' && file.view.stage.step !== 'seal';
    case 'language':
      return waitsForSignature(file) && !hasSignature(file);
    case 'scan':
    case 'hand-over':
    case 'resend':
      return waitsForSignature(file);
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

/** Whether an act is said for the city about its letter. */
export function isLetterAct(act: string): act is LetterAct {
  return letterActs.some((one) => one === act);
}

/** The city's questions that nobody has answered. */
export function openQuestions({ questions }: CaseFile) {
  return questions.filter(({ from, open }) => from === 'city' && open !== false);
}

/** Other cases that may be the same application. */
export function openDuplicates({ duplicates }: CaseFile) {
  return duplicates.filter(({ state }) => state === 'open');
}

function waitsForSignature({ view: { stage } }: CaseFile): boolean {
  return stage.stage === 'letter' && stage.step === 'sign';
}

function hasSignature({ view: { stage } }: CaseFile): boolean {
  return stage.stage === 'letter' && stage.signatories.some(({ signature }) => signature);
}
