import type { Todo } from '../domain/onboarding/todo.ts';

/** What to do next, in a few words that fit in a list; in English until a catalog of the staff's own languages exists. */
export const todoWords: Record<Todo, string> = {
  'answer-question': 'answer a question',
  'read-application': 'read the application',
  'await-answers': 'the city answers',
  'issue-letter': 'issue another letter',
  'letter-is-made': 'the letter is being made',
  'await-signature': 'the city signs',
  'verify-letter': 'verify the letter',
  countersign: 'countersign',
  'letter-is-sealed': 'the letter is being sealed',
  'await-words': 'the office writes the words',
  'await-confirmation': 'the mayor confirms the words',
  'approve-words': 'approve the words',
  announce: 'announce',
  'finish-announcement': 'finish its announcement',
  'being-published': 'is being published',
  'tell-decision': 'tell the decision',
  'on-hold': 'on hold',
  'reopen-or-close': 'reopen or close',
  nothing: 'nothing to do',
};
