import { officeRefusals } from './office-refusals.ts';
import type { RefusalCatalogue } from './refusal-words.ts';

/** Why something was not done, by the code of the refusal, and who does what next. */
export const sentences: RefusalCatalogue['sentences'] = {
  ended: { what: 'Nothing was changed: this case is {stage}.', next: 'Nobody has to do anything more.' },
  stale: {
    what: 'Nothing was changed: somebody changed this case after you opened it.',
    next: 'Open it again, read what is new, and decide then.',
  },
  'wrong-stage': {
    what: 'Nothing was changed: this cannot be done now, because the case is {stage}.',
    next: 'Open the case again to see whose turn it is.',
  },
  'other-text': {
    what: 'Nothing was changed: the text is no longer the one that you read.',
    next: 'Open it again, read it, and decide then.',
  },
  'not-the-signatory': {
    what: 'Nothing was changed: somebody else is named to do this.',
    next: 'The person who is named has a link of their own. If that is wrong, write to us.',
  },
  'not-yet-asked': {
    what: 'Nothing was signed: somebody else signs before you.',
    next: 'We write to you as soon as it is your turn.',
  },
  'signed-already': {
    what: 'Nothing was changed: somebody has signed this letter already.',
    next: 'To change it now, ask the office for another letter.',
  },
  'named-already': {
    what: 'Nothing was changed: this person is named already, and nobody signs the same letter twice.',
    next: 'Name each person once, or somebody else.',
  },
  'flags-open': {
    what: 'Nothing was verified: something about this signature is still to be decided.',
    next: 'Look at each point that is marked, and decide it with a reason, or return the letter.',
  },
  'no-such-flag': {
    what: 'Nothing was changed: this point is not open, or it was decided already.',
    next: 'Open the case again to see what is left to decide.',
  },
  claimed: {
    what: 'Nothing was changed: an announcement has taken this city in.',
    next: 'Take the city out of that announcement first.',
  },
  publishing: {
    what: 'Nothing was changed: the announcement of this city is being published right now.',
    next: 'When it is public, write to us, and we correct it.',
  },
  'on-hold': {
    what: 'Nothing was changed: this case is on hold until {until}.',
    next: 'Resume it first, or wait until that day.',
  },
  'not-on-hold': {
    what: 'Nothing was changed: this case is not on hold.',
    next: 'Open it again to see whose turn it is.',
  },
  pending: {
    what: 'Nothing was changed: a decision is prepared here, and the city does not know of it yet.',
    next: 'Tell the city, or take the decision back first.',
  },
  'nothing-pending': {
    what: 'Nothing was changed: no decision is waiting to be told here.',
    next: 'Open the case again: the city may have been told already, or somebody took the decision back.',
  },
  recused: {
    what: 'You cannot do this: you have stepped aside in this case.',
    next: 'Somebody else decides here.',
  },
  'opinions-missing': {
    what: 'Nothing was changed: {need} reviewers have to give their opinion first, and {have} did.',
    next: 'Ask another reviewer to read the application.',
  },
  'opinion-given': {
    what: 'Nothing was changed: you have given your opinion in this round already.',
    next: 'If you see it differently now, write a note.',
  },
  invalid: {
    what: 'Nothing was sent: some answers need a change.',
    next: 'Change the fields that are named, and send again.',
  },
  'not-found': { what: 'There is {what} with this id.', next: 'Look it up in the list, and try again.' },
  'not-your-role': {
    what: 'You cannot do this: it takes {role}.',
    next: 'Ask somebody who has this role, or ask an administrator to give it to you.',
  },
  'no-second-person': {
    what: 'You cannot do this alone: it takes a second person, and there is none with the role for it.',
    next: 'An administrator adds one: oasc staff add.',
  },
  ...officeRefusals,
  'another-accepted': {
    what: 'Nothing was changed: another application of this city is accepted already.',
    next: 'Look at that case first; one of the two has to be closed.',
  },
  'link-unknown': {
    what: 'This link is not one of ours, or a part of it is missing.',
    next: 'Copy the whole link from our mail, or ask for a new one here.',
  },
  'link-ended': {
    what: 'This link worked until {at}. Nothing that you wrote is lost.',
    next: 'Ask for a new link here.',
  },
  'link-for-other': {
    what: 'Nothing was changed: this link is for something else.',
    next: 'Use the link in the mail that asks you to do this.',
  },
  'code-wrong': {
    what: 'Nothing was done: the code is not the one that we sent last.',
    next: 'Copy the code from the newest mail. Tries left: {left}.',
  },
  'code-ended': {
    what: 'Nothing was done: this code no longer works.',
    next: 'Ask for a new code, and type it within a few minutes.',
  },
  'code-used': { what: 'Nothing was done: this code has been used already.', next: 'Ask for a new code.' },
  'wrong-step': {
    what: 'Nothing was changed: this cannot be done now, because the announcement is {step}.',
    next: 'Open the announcement again to see what can be done.',
  },
  'not-ready': {
    what: 'Nothing was changed: {case} is not ready to be announced.',
    next: 'Wait until its words are approved or waived, or announce without it.',
  },
  'later-edition': {
    what: 'Nothing was changed: this corrects what is public, and its cities and words follow from that.',
    next: 'Drop it, and correct or retract anew.',
  },
  'not-in-it': {
    what: 'Nothing was changed: {case} is not in this announcement.',
    next: 'Open the announcement again, and choose one of its cities.',
  },
  'last-city': {
    what: 'Nothing was changed: no city would be left in it.',
    next: 'Drop the announcement instead.',
  },
  'no-embargo': {
    what: 'Nothing was changed: there is no hour to lift, it goes out as soon as it is approved.',
    next: 'Nobody has to do anything.',
  },
  retracted: {
    what: 'Nothing was changed: this announcement has been taken back already.',
    next: 'If it holds after all, correct it: that brings it back, with a notice.',
  },
  'undo-over': {
    what: 'Nothing was changed: the time to take the approval back is over.',
    next: 'Until it is public, an editor can still edit or drop it; after that, correct it.',
  },
  'too-many': {
    what: 'Nothing was done: this was asked for too often.',
    next: 'Use the newest mail that you have, or try again in an hour. If nothing comes, write to us.',
  },
  unreachable: {
    what: 'We could not finish this just now, and cannot say whether it was taken.',
    next: 'Send it again in a minute: sent twice, it counts once.',
  },
};
