import { Application } from '../../domain/application.ts';
import { toldTooEarly } from '../../domain/in-the-future.ts';
import type { Problem } from '../../domain/problems.ts';
import { Statement } from '../../domain/statement.ts';
import { type Answer, no, wrong } from '../../service/answer.ts';
import { answerOffice, askOffice } from '../../service/casework/city-questions.ts';
import { actWithReason, answerReview, confirmWords, draftStatement } from '../../service/city-acts.ts';
import { askCode } from '../../service/codes.ts';
import type { Door } from '../../service/door.ts';
import type { Visitor } from '../../service/invitations.ts';
import { fieldsOf } from './form-paths.ts';
import { changeLanguage, changeMandate, handOver, orderSignatories, sign, upload } from './letter-acts.ts';
import { type Reading, readApplication } from './read-application.ts';
import { readStatement } from './read-statement.ts';
import { problemsIn } from './submitted.ts';

export type ActName = keyof typeof acts;

/** One form that was sent: by whom, what it says, under which id, and from where. */
export type Attempt = {
  door: Door;
  visitor: Visitor;
  form: FormData;
  formId: string;
  from: { address: string; browser: string };
};

export type Performed = { answer: Answer<unknown>; fieldOf(path: string): string };

/** What each form of a link's page does, and the links by which it may be sent. */
export const acts = {
  answer: { purposes: ['status'], perform: answer },
  withdraw: { purposes: ['status'], perform: withReason('withdraw') },
  ask: { purposes: ['status', 'letter'], perform: ask },
  'answer-question': { purposes: ['status'], perform: answerQuestion },
  'ask-code': { purposes: ['letter', 'words'], perform: sendCode },
  sign: { purposes: ['letter'], perform: sign },
  upload: { purposes: ['letter'], perform: upload },
  'name-signatory': { purposes: ['letter'], perform: handOver },
  'set-signatories': { purposes: ['status'], perform: orderSignatories },
  'give-mandate': { purposes: ['status', 'letter'], perform: changeMandate },
  'choose-language': { purposes: ['status', 'letter'], perform: changeLanguage },
  decline: { purposes: ['letter'], perform: withReason('decline') },
  draft: { purposes: ['statement'], perform: draft },
  confirm: { purposes: ['words'], perform: confirm },
  'change-words': { purposes: ['words'], perform: withReason('change-words') },
  'waive-statement': { purposes: ['statement', 'words'], perform: withReason('waive-statement') },
} as const satisfies Record<
  string,
  { purposes: Visitor['purpose'][]; perform: (attempt: Attempt) => Promise<Performed> }
>;

/** Whether a part of an address names an act. */
export function isActName(name: string): name is ActName {
  return Object.hasOwn(acts, name);
}

const same = (path: string) => path;

async function answer({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const reading = readApplication(form);
  const late = toldTooEarly(reading.input, door.clock.now());
  return await read(reading, Application, () => answerReview(door, visitor, reading.input, formId), late);
}

async function draft({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const reading = readStatement(form);
  return await read(reading, Statement, () => draftStatement(door, visitor, reading.input, formId));
}

/** Names all problems at once, those of the form and those of what it says; the door is asked where there are none. */
async function read(
  reading: Reading,
  schema: Parameters<typeof problemsIn>[1],
  act: () => Promise<Answer<unknown>>,
  known: Problem[] = [],
): Promise<Performed> {
  const problems = problemsIn(reading, schema, known).map(({ field, message }) => ({ path: field, message }));
  if (problems.length > 0) return { answer: no({ code: 'invalid', problems }), fieldOf: same };
  return { answer: await act(), fieldOf: reading.fieldOf };
}

async function sendCode({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const purpose = visitor.purpose === 'letter' ? 'letter' : 'words';
  const sha256 = fieldsOf(form).get('sha256') ?? '';
  return { answer: await askCode(door, visitor, { purpose, sha256 }, formId), fieldOf: same };
}

async function confirm({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const code = fieldsOf(form).get('code') ?? '';
  const sha256 = fieldsOf(form).get('sha256') ?? '';
  if (code.trim() === '') return { answer: wrong('code', 'is missing'), fieldOf: same };
  if (!/^\s*(\d\s*){6}$/.test(code)) return { answer: wrong('code', 'is not a code of 6 digits'), fieldOf: same };
  return { answer: await confirmWords(door, visitor, { code, sha256 }, formId), fieldOf: same };
}

async function ask({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  return { answer: await askOffice(door, visitor, fieldsOf(form).get('question') ?? '', formId), fieldOf: same };
}

async function answerQuestion({ door, visitor, form, formId }: Attempt): Promise<Performed> {
  const fields = fieldsOf(form);
  const given = { question: fields.get('question') ?? '', text: fields.get('reply') ?? '' };
  return { answer: await answerOffice(door, visitor, given, formId), fieldOf: same };
}

function withReason(kind: Parameters<typeof actWithReason>[2]) {
  return async ({ door, visitor, form, formId }: Attempt): Promise<Performed> => {
    const reason = fieldsOf(form).get('reason') ?? '';
    return { answer: await actWithReason(door, visitor, kind, reason, formId), fieldOf: same };
  };
}
