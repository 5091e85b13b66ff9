import type { LetterSignatory } from '../../../domain/onboarding/state.ts';
import type { Field, Form, Values } from '../form.ts';
import { filledIn, zoned } from '../form.ts';
import type { CaseFile } from '../known.ts';
import { calendarDay } from '../when.ts';
import { type CaseContext, choice, evidence, zoneOf } from './fields.ts';
import type { LetterAct } from './office-acts.ts';

/** The dialog of what staff say for a city about its letter; it counts as theirs, and names how it came. */
export function letterForm(act: LetterAct, context: CaseContext): Form {
  const { file } = context;
  const { name, id } = file.summary;
  const { title, follows, fields, button, decision, file: proof } = words(act, context);
  return {
    title: `${title}: ${name}`,
    follows,
    fields,
    button,
    done: `Done: ${button}, ${name}.`,
    send: (values, { id: act, version }) => {
      const path = proof === undefined ? '' : (values[proof] ?? '').trim();
      return {
        path: `/cases/${encodeURIComponent(id)}/letter`,
        body: { act: { id: act, version, decision: decision(values) } },
        form: true,
        ...(path === '' ? {} : { file: { field: 'file', path } }),
      };
    },
  };
}

type Words = Pick<Form, 'title' | 'follows' | 'fields' | 'button'> & {
  decision(values: Values): Record<string, unknown>;
  /** The field that names a file of this computer. */
  file?: string;
};

function words(act: LetterAct, context: CaseContext): Words {
  switch (act) {
    case 'hand-over':
      return handingOver(context.file);
    case 'mandate':
      return mandate(context.file);
    case 'language':
      return {
        title: 'The language of the letter',
        follows: ['The letter is issued anew in that language and goes out again; nobody has signed yet.'],
        fields: [
          choice('language', 'Which language?', { en: 'English', tr: 'Turkish', nl: 'Dutch', fr: 'French' }),
          evidence,
        ],
        button: 'issue it in this language',
        decision: ({ language, evidence: how }) => ({ kind: 'choose-language', language, evidence: how }),
      };
    case 'resend':
      return resending(context);
    default:
      return act satisfies never;
  }
}

const line = (name: string, label: string, needed = true): Field => ({ name, label, kind: 'line', needed });
const day = (name: string, label: string, needed = true): Field => ({ name, label, kind: 'day', needed });

function handingOver(file: CaseFile): Words {
  return {
    title: 'Somebody else signs',
    follows: ['The old link ends, a new one goes to the address below; both names stay in the record.'],
    fields: [
      choice('signatory', 'Instead of whom?', whoMaySign(file)),
      choice('why', 'Why?', {
        delegate: 'named by the office-holder',
        successor: 'elected since',
        acting: 'in the office for a time',
        address: 'the same person at another address',
        mistake: 'the wrong person was named',
      }),
      line('name', 'Name'),
      line('title', 'Office'),
      line('email', 'E-mail address of their own'),
      day('termStart', 'Term began on (2027-02-24), where you know it', false),
      line('proof', 'A paper that proves it: a PDF, PNG or JPEG on this computer', false),
      evidence,
    ],
    button: 'name them',
    file: 'proof',
    decision: ({ signatory, evidence: how, ...said }) => ({
      kind: 'name-signatory',
      evidence: how,
      signatory,
      what: filledIn(said, ['name', 'title', 'email', 'why', 'termStart']),
    }),
  };
}

function mandate({ application }: CaseFile): Words {
  const { kind, decidedOn, effectiveOn, reference } = application.mandate;
  const kinds = {
    'council-decision': 'a decision of the council',
    'powers-of-the-mayor': 'powers of the office',
    delegation: 'a delegation',
  };
  return {
    title: 'The mandate',
    follows: ['What it settles of a signature is settled; what it puts in doubt has to be decided.'],
    fields: [
      { ...choice('kind', 'By what right?', kinds), begins: kind },
      { ...line('reference', 'Its number or name'), begins: reference },
      { ...day('decidedOn', 'Decided on'), begins: decidedOn },
      { ...day('effectiveOn', 'In force from'), begins: effectiveOn },
      line('document', 'The decision itself: a PDF, PNG or JPEG on this computer', false),
      evidence,
    ],
    button: 'write it down',
    file: 'document',
    decision: ({ evidence: how, ...said }) => ({
      kind: 'give-mandate',
      evidence: how,
      what: { mandate: filledIn(said, ['kind', 'reference', 'decidedOn', 'effectiveOn']) },
    }),
  };
}

function resending({ file, now }: CaseContext): Words {
  const zone = zoneOf(file);
  const until: Field = {
    ...day('until', `Until when? Empty: as it is (such as ${calendarDay(now, zone, 14)}; 17:00, ${zone})`, false),
  };
  return {
    title: 'Send the letter again',
    follows: ['They get a new link; with a later day, they have longer.'],
    fields: [choice('signatory', 'To whom?', whoMaySign(file)), until],
    button: 'send it again',
    decision: ({ signatory, until: given = '' }) => ({
      kind: 'resend',
      signatory,
      ...(given.trim() === '' ? {} : { until: zoned(given, zone) }),
    }),
  };
}

/** Who has not signed yet, by name. */
function whoMaySign({ view: { stage }, people }: CaseFile): Record<string, string> {
  const signatories: LetterSignatory[] = stage.stage === 'letter' ? stage.signatories : [];
  const waiting = signatories.filter(({ signature }) => !signature);
  return Object.fromEntries(
    waiting.map(({ person }) => [person, people.find(({ id }) => id === person)?.name ?? 'somebody who was named']),
  );
}
