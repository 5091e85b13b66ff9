/** An act of the staff as the screens offer it: its key, what it is called, and what follows. */
export type ActWords = { key: string; says: string };

/** What the office does around a case. */
const officeWords: Record<string, ActWords> = {
  note: { key: 'n', says: 'note' },
  question: { key: 'q', says: 'question to the city' },
  'hand-over': { key: 'f', says: 'somebody else signs' },
  mandate: { key: 'd', says: 'the mandate' },
  language: { key: 'L', says: 'its language' },
  resend: { key: 'S', says: 'send the letter again' },
  reply: { key: 'y', says: 'answer the city' },
  assign: { key: 'g', says: 'give it to' },
  merge: { key: 'm', says: 'merge' },
  'keep-apart': { key: 'K', says: 'keep apart' },
  away: { key: '', says: 'I am away' },
  back: { key: '', says: 'I am back' },
  'add-colleague': { key: '', says: 'add a colleague' },
  'revoke-colleague': { key: '', says: 'a colleague leaves' },
};

/** The acts on a case, those that carry it on first; an act that is not in the table is offered by its own name. */
const caseActs: Record<string, ActWords> = {
  accept: { key: 'a', says: 'accept' },
  return: { key: 'r', says: 'return for changes' },
  reject: { key: 'x', says: 'reject' },
  tell: { key: 't', says: 'tell the city now' },
  'take-back': { key: 'u', says: 'take it back' },
  verify: { key: 'v', says: 'verify the letter' },
  settle: { key: 't', says: 'decide a point' },
  'return-letter': { key: 'r', says: 'return the letter' },
  countersign: { key: 'c', says: 'countersign' },
  'approve-words': { key: 'a', says: 'approve the words' },
  'return-words': { key: 'r', says: 'return the words' },
  opinion: { key: 'p', says: 'give an opinion' },
  'issue-letter': { key: 'i', says: 'issue the letter' },
  'reissue-letter': { key: 'i', says: 'issue it anew' },
  resume: { key: 'h', says: 'go on' },
  hold: { key: 'h', says: 'put on hold' },
  reopen: { key: 'o', says: 'reopen' },
  extend: { key: 'e', says: 'give more time' },
  wait: { key: 'l', says: 'decide later' },
  scan: { key: 's', says: 'hand in a scan' },
  'void-letter': { key: 'V', says: 'void the letter' },
  'waive-statement': { key: 'z', says: 'go without words' },
  'waive-announcement': { key: 'z', says: 'do not announce' },
  recuse: { key: 'R', says: 'step aside' },
  withdraw: { key: 'W', says: 'withdraw it' },
};

/** The acts on an announcement. */
const announcementActs: Record<string, ActWords> = {
  approve: { key: 'a', says: 'approve' },
  undo: { key: 'u', says: 'take it back' },
  publish: { key: 'P', says: 'publish now' },
  edit: { key: 'c', says: 'compose it anew' },
  'go-without': { key: 'w', says: 'go without a city' },
  'wait-until': { key: 'e', says: 'wait until a day' },
  split: { key: 's', says: 'split it in two' },
  schedule: { key: 't', says: 'set its hour' },
  lift: { key: 'l', says: 'lift its hour' },
  drop: { key: 'x', says: 'drop the draft' },
  correct: { key: 'C', says: 'correct it' },
  retract: { key: 'X', says: 'retract it' },
};

/** What an act is called, and the key that begins it; an unknown one has no key of its own. */
export function actWords(kind: string): ActWords {
  return caseActs[kind] ?? announcementActs[kind] ?? officeWords[kind] ?? { key: '', says: kind.replaceAll('-', ' ') };
}

/** Offers in the order in which people look for them. */
export function inOrder<One extends { kind: string }>(offers: readonly One[]): One[] {
  const order = [...Object.keys(announcementActs), ...Object.keys(caseActs), ...Object.keys(officeWords)];
  const place = ({ kind }: One) => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return offers.toSorted((one, other) => place(one) - place(other));
}
