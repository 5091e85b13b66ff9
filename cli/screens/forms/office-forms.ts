import type { Form } from '../form.ts';
import { reasonField } from '../form.ts';
import type { CaseFile } from '../known.ts';
import { type CaseContext, choice, evidence } from './fields.ts';
import { letterForm } from './letter-forms.ts';
import { isLetterAct, type LetterAct, type OfficeAct, openDuplicates, openQuestions } from './office-acts.ts';

/** The dialog of what the office does around a case. */
export function officeForm(act: OfficeAct, context: CaseContext): Form {
  if (isLetterAct(act)) return letterForm(act, context);
  const { file } = context;
  const { name, id } = file.summary;
  const path = (rest: string) => `/cases/${encodeURIComponent(id)}/${rest}`;
  const { title, follows, fields, button, done, ...how } = words(act, file);
  return {
    title: `${title}: ${name}`,
    follows,
    fields,
    button,
    done: `${done} (${name})`,
    send: (values, { id: act, version }) => how.send(values, act, version, path),
  };
}

type Words = Omit<Form, 'send'> & {
  send(
    values: Record<string, string>,
    id: string,
    version: number,
    path: (rest: string) => string,
  ): ReturnType<Form['send']>;
};

function words(act: Exclude<OfficeAct, LetterAct>, file: CaseFile): Words {
  switch (act) {
    case 'note':
      return {
        title: 'Note',
        follows: ['Only the staff read it.'],
        fields: [{ ...reasonField, name: 'text', label: 'What should colleagues know?' }],
        button: 'keep the note',
        done: 'Noted.',
        send: (values, id, _, path) => ({ path: path('notes'), body: { id, text: values['text'] } }),
      };
    case 'question':
      return {
        title: 'Question to the city',
        follows: ['The city gets a mail with a link to answer.'],
        fields: [{ ...reasonField, name: 'text', label: 'What do you ask?' }],
        button: 'ask the city',
        done: 'The question goes to the city.',
        send: (values, id, _, path) => ({ path: path('questions'), body: { id, text: values['text'] } }),
      };
    case 'reply':
      return {
        title: 'Answer the city',
        follows: ['The city gets your answer by mail.'],
        fields: [
          choice(
            'question',
            'Which question?',
            Object.fromEntries(openQuestions(file).map(({ id, text }) => [id, text])),
          ),
          { ...reasonField, name: 'text', label: 'Your answer' },
        ],
        button: 'answer',
        done: 'The answer goes to the city.',
        send: (values, id, _, path) => ({
          path: path(`questions/${encodeURIComponent(values['question'] ?? '')}/reply`),
          body: { id, text: values['text'] },
        }),
      };
    case 'assign':
      return assigning(file);
    case 'scan':
      return handingIn;
    case 'merge':
    case 'keep-apart':
      return looksAlike(act, file);
    default:
      return act satisfies never;
  }
}

function assigning({ staff, summary }: CaseFile): Words {
  const people = Object.fromEntries(staff.filter(({ roles }) => roles.length > 0).map(({ id, name }) => [id, name]));
  return {
    title: 'Who looks after it',
    follows: ['Reminders about it go to that person. Four eyes stay four eyes.'],
    fields: [
      {
        ...choice('to', 'Who?', { ...people, nobody: 'nobody in particular' }),
        begins: summary.assignee ?? Object.keys(people)[0] ?? 'nobody',
      },
    ],
    button: 'give it to them',
    done: 'Given.',
    send: ({ to = 'nobody' }, id, _, path) => ({ path: path('assign'), body: { id, to: to === 'nobody' ? null : to } }),
  };
}

const handingIn: Words = {
  title: 'Hand in a scan for the city',
  follows: ['It counts as handed in by you, so somebody else verifies it.'],
  fields: [
    { name: 'file', label: 'The file: a PDF, PNG or JPEG on this computer', kind: 'line', needed: true },
    evidence,
    { name: 'signedOn', label: 'Signed on which day? Empty: today', kind: 'day', needed: false },
  ],
  button: 'hand it in',
  done: 'The scan is handed in; somebody else verifies it.',
  send: ({ file = '', evidence: how = 'mail', signedOn = '' }, id, version, path) => ({
    path: path('scan'),
    body: {
      id,
      version: String(version),
      evidence: how,
      ...(signedOn.trim() === '' ? {} : { signedOn: signedOn.trim() }),
    },
    file: { field: 'file', path: file.trim() },
  }),
};

function looksAlike(act: 'merge' | 'keep-apart', file: CaseFile): Words {
  const others = Object.fromEntries(
    openDuplicates(file).map(({ case: id, reasons }) => [id, `${id}: ${reasons.join(', ')}`]),
  );
  const which = choice('other', 'Which other case?', others);
  if (act === 'merge')
    return {
      title: 'Merge into another case',
      follows: ['This case is closed; the other one goes on. The city is told kindly.'],
      fields: [which, reasonField],
      button: 'merge',
      done: 'Merged.',
      send: ({ other, reason }, id, _, path) => ({ path: path('merge'), body: { id, into: other, reason } }),
    };
  return {
    title: 'Keep apart',
    follows: ['Both cases go on; nobody is asked again.'],
    fields: [which, reasonField],
    button: 'keep apart',
    done: 'Kept apart.',
    send: ({ other, reason }, id, _, path) => ({ path: path('keep-apart'), body: { id, other, reason } }),
  };
}
