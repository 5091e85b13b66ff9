/** What to do next in a case, in a word for programs; surfaces have the phrase for it. */
export type Todo =
  | 'answer-question'
  | 'read-application'
  | 'await-answers'
  | 'letter-is-made'
  | 'issue-letter'
  | 'await-signature'
  | 'verify-letter'
  | 'countersign'
  | 'letter-is-sealed'
  | 'await-words'
  | 'await-confirmation'
  | 'approve-words'
  | 'announce'
  | 'finish-announcement'
  | 'being-published'
  | 'tell-decision'
  | 'on-hold'
  | 'reopen-or-close'
  | 'nothing';

/** What a line of a list knows of a case. */
export type Line = {
  open: boolean;
  stage: string;
  step: string | null;
  waitsFor: string;
  pending: string | null;
  heldUntil: string | null;
  askedUs: number;
};

/** The next thing to do: a question that waits for the office first, then what stops the case, then its stage. */
export function todoOf({ open, stage, step, waitsFor, pending, heldUntil, askedUs }: Line): Todo {
  if (askedUs > 0) return 'answer-question';
  if (!open) return 'nothing';
  if (heldUntil !== null) return 'on-hold';
  if (pending !== null) return 'tell-decision';
  if (stage === 'review') return waitsFor === 'city' ? 'await-answers' : 'read-application';
  return bySteps[`${stage}/${step ?? ''}`] ?? (waitsFor === 'nobody' ? 'reopen-or-close' : 'nothing');
}

const bySteps: Record<string, Todo> = {
  'letter/issue': 'letter-is-made',
  'letter/void': 'issue-letter',
  'letter/sign': 'await-signature',
  'letter/verify': 'verify-letter',
  'letter/countersign': 'countersign',
  'letter/seal': 'letter-is-sealed',
  'statement/draft': 'await-words',
  'statement/confirm': 'await-confirmation',
  'statement/approve': 'approve-words',
  'announcement/free': 'announce',
  'announcement/claimed': 'finish-announcement',
  'announcement/held': 'being-published',
};
