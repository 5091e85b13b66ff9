import { status } from './status.ts';

/** All else that stands on the pages; each is a whole sentence with its gaps. */
export const pages = {
  frame: { join: 'Join', help: 'Help', skip: 'To the content', error: 'Error: {title}' },
  problem: {
    title: 'There is a problem',
    enter: 'Enter {what}',
    choose: 'Choose {what}',
    tick: 'Tick {what}',
    wrong: '{what} {message}',
    error: 'Error:',
  },
  choose: 'Choose',
  done: 'Done',
  fingerprint: 'Fingerprint',
  whole: 'The whole fingerprint',
  apply: {
    title: 'Apply to join',
    lead: 'Any city, town or region can apply, and joining is free. It takes about 15 minutes. We read what you send and answer by mail.',
    authority: 'Your authority',
    population: 'Your city in figures',
    identifiers: 'Numbers in registers (optional)',
    contacts: 'People we write to',
    contactsHint:
      'One main contact, and the mayor’s office if it has an address of its own. Rows left empty are ignored.',
    contact: 'Person {number}',
    officeHolder: 'Who holds the office',
    mandate: 'The decision to join',
    motivation: 'Why you want to join',
    claims: 'What you have done so far (optional)',
    claim: 'Fact {number}',
    agreements: 'Before you send it',
    send: 'Send the application',
    moreContacts: 'Add another person',
    moreClaims: 'Add another fact',
    moreIdentifiers: 'Add another register',
  },
  sent: {
    title: 'Application sent',
    reference: 'Your reference: {reference}',
    mailed:
      'We have sent a mail to your main contact, with a link to follow the application. Look in the spam folder too.',
    next: 'What happens next',
    steps: [
      'We read it, within {days} days.',
      'We ask you to change something, or accept it.',
      'Your mayor’s office gets the Letter of Intent.',
    ],
    nothing: 'You need to do nothing now.',
  },
  questions: {
    title: 'Questions and answers',
    ours: 'Meanwhile, we have a question',
    sendAnswer: 'Send the answer',
    youAsked: 'You asked on {on}',
    weAsked: 'We asked on {on}',
    youAnswered: 'You answered on {on}',
    weAnswered: 'We answered on {on}',
    waiting: 'We answer by mail.',
    ask: 'Ask us a question',
    askHint: 'A person reads it and answers by mail. Nothing stops meanwhile, and no day changes.',
    send: 'Send the question',
  },
  status,
  turn: {
    'review-staff': {
      text: 'You need to do nothing now. We are reading your application, and answer by mail.',
      by: 'We answer by {by}.',
    },
    'review-city': { text: 'Change your answers and send them again.', by: 'Send them by {by}.' },
    'letter-issue': { text: 'You need to do nothing now. We are writing the Letter of Intent.', by: '' },
    'letter-void': {
      text: 'You need to do nothing now. The letter that we sent counts no more, for the reason in our mail. We prepare another.',
      by: 'We write to you by {by}.',
    },
    'letter-sign': {
      text: 'Read and sign the Letter of Intent. The link for it went to the person who signs.',
      by: 'Sign by {by}.',
    },
    'letter-verify': { text: 'You need to do nothing now. We check the signed letter.', by: 'We answer by {by}.' },
    'letter-countersign': {
      text: 'You need to do nothing now. The network countersigns the letter.',
      by: 'We answer by {by}.',
    },
    'letter-seal': { text: 'You need to do nothing now. We are finishing the letter.', by: '' },
    'statement-draft': {
      text: '{city} is a member. Your mayor’s office writes two or three sentences for the announcement.',
      by: 'Send them by {by}.',
    },
    'statement-confirm': {
      text: 'The person who speaks reads the words and answers. The link for it went to their own address.',
      by: 'Answer by {by}.',
    },
    'statement-approve': {
      text: 'You need to do nothing now. We read the words before they are printed.',
      by: 'We answer by {by}.',
    },
    announcement: {
      text: 'You need to do nothing now. We prepare the announcement of {city}, and write to you on the day it is public.',
      by: '',
    },
    'on-hold': {
      text: 'You need to do nothing now: this is on hold, and no day passes meanwhile. The reason is in our mail. What you want to send, you can still send.',
      by: 'On hold until {by}.',
    },
    lapsed: {
      text: 'The day has passed, so it rests. That is not a refusal, and nothing is lost. Write to us, and we open it again where it stopped.',
      by: '',
    },
    declined: {
      text: 'The letter was declined, so it rests. Nothing is lost. Write to us, and we open it again.',
      by: '',
    },
    announced: { text: '{city} is a member, and the announcement is public. You need to do nothing more.', by: '' },
    waived: { text: '{city} is a member, without an announcement. You need to do nothing more.', by: '' },
    rejected: {
      text: 'We could not accept the application. The reason is in our mail. When it no longer holds, {city} can apply again.',
      by: '',
    },
    superseded: {
      text: 'The application of {city} goes on under another reference; this one is closed, and nothing was refused.',
      by: '',
    },
    withdrawn: { text: 'The application was withdrawn. {city} can apply again at any time.', by: '' },
  },
  ended: {
    title: 'This link has ended',
    text: 'It was for one person and worked until {at}.',
    lost: 'Nothing that you wrote is lost.',
  },
  newLink: {
    title: 'Get a new link',
    email: 'Your e-mail address',
    send: 'Send me a new link',
    hurry: 'In a hurry? Write to us: {email}',
    asked: 'Look in your mailbox',
    askedText:
      'If we know this address, a link arrives within 5 minutes. Look in the spam folder too. You can ask once an hour.',
  },
  unknown: { title: 'This link leads nowhere' },
  refused: { title: 'This was not done', back: 'Go back to the page', start: 'Go to the start' },
  tooLarge: {
    title: 'This is too large',
    what: 'Nothing was sent: {limit} is the most that we can take.',
    next: 'Make the file or the text smaller, and send it again.',
  },
  foreign: {
    title: 'This was not done',
    what: 'This form was not sent from our own page.',
    next: 'Open the page again and send the form from there.',
  },
  noPage: { title: 'There is no such page', what: 'This address leads nowhere.', next: 'Use the link in our mail.' },
  noRoom: {
    title: 'We cannot keep anything just now',
    what: 'Our disk is full, so what you sent was not taken; nothing that you wrote earlier is lost.',
    next: 'Send it again in an hour: a form that is sent twice counts once. If it stays so, write to us and name the fault {number}.',
  },
  fault: {
    title: 'This did not work',
    what: 'Something went wrong on our side, and nothing that you wrote earlier is lost.',
    next: 'Try again in a few minutes: a form that is sent twice counts once. If it stays so, write to us and name the fault {number}.',
  },
};
