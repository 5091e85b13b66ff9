import type { LetterSeal, LetterSignatory } from '../../../domain/onboarding/letter-state.ts';
import { sealWaitsWords } from '../../../templates/timestamp-words.ts';
import type { CaseFile } from '../known.ts';
import { type Line, line, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { dayAndTime } from '../when.ts';
import { fingerprint, heading, labelled, paragraphs } from './labelled.ts';
import { signatoryLines } from './signatory-lines.ts';

/** The letter: which one was issued, by what right it is signed, how far each signatory is, and what is to be decided. */
export function letterLines(state: State, file: CaseFile): Line[] {
  const issued = file.view.acts.findLast((act) => act.kind === 'letter-issued');
  if (issued?.kind !== 'letter-issued') return [line(toned('quiet', '   No letter has been issued yet.'))];
  const { now, zone, size } = state;
  const { version, language, pages, issuedAt, sha256 } = issued.letter;
  const row = (label: string, value: string) => labelled(label, value, size.columns);
  const signatories = signatoriesOf(file);
  return [
    heading('Letter of Intent'),
    ...row(
      'Version',
      [version, language && languages[language], `${pages} ${pages === 1 ? 'page' : 'pages'}`]
        .filter(Boolean)
        .join(', '),
    ),
    ...row('Issued', `${dayAndTime(issuedAt, now, zone)}; fingerprint ${fingerprint(sha256)}`),
    ...mandateLines(state, file),
    line(''),
    ...signatories.flatMap((signatory, index) =>
      signatoryLines(state, file, { signatory, issued: sha256, number: index + 1, of: signatories.length }),
    ),
    ...sealLines(state, file),
  ];
}

const languages = { en: 'English', tr: 'Turkish', nl: 'Dutch', fr: 'French' };

function signatoriesOf({ view: { stage } }: CaseFile): LetterSignatory[] {
  const place = 'from' in stage ? stage.from : stage;
  if ('signatories' in place) return place.signatories;
  // Once the city is a member, who signed stands with its membership.
  const signatures = 'member' in stage && stage.member ? stage.member.signatures : [];
  return signatures.map((signature, index) => ({ person: signature.by, order: index + 1, signature }));
}

/** By what right it is signed, as it was said last. */
function mandateLines({ size }: State, { view, application, papers }: CaseFile): Line[] {
  const given = view.acts.findLast(({ kind }) => kind === 'give-mandate');
  const paper = given ? (papers[given.id] as { mandate: typeof application.mandate; document?: object }) : undefined;
  const { kind, reference, decidedOn, effectiveOn } = paper?.mandate ?? application.mandate;
  const document = paper?.document ? 'the decision is in the papers' : 'the decision itself was not handed in';
  const right = {
    'council-decision': 'council',
    'powers-of-the-mayor': 'powers of the office',
    delegation: 'delegation',
  };
  return labelled(
    'Mandate',
    `${right[kind]}, ${reference}; decided ${decidedOn}, in force ${effectiveOn}; ${document}`,
    size.columns,
  );
}

function sealLines({ size }: State, { view, sealWaits }: CaseFile): Line[] {
  const sealed = view.acts.findLast((act) => act.kind === 'letter-sealed');
  if (sealed?.kind !== 'letter-sealed')
    return sealWaits ? [heading('Seal'), ...paragraphs(sealWaitsWords(sealWaits), size.columns)] : [];
  const { sha256, seal } = sealed;
  return [
    ...labelled('+ final letter', fingerprint(sha256), size.columns, { tone: 'go' }),
    ...(seal ? labelled('Seal', sealWords(seal), size.columns) : []),
  ];
}

/** What the seal was made for and what was found of it, and loudly where it is only a test. */
function sealWords({ claimed, verified, authority }: LetterSeal): string {
  const found = verified === claimed ? 'found so' : `found as ${verified}`;
  return `PAdES ${claimed}, ${found}${authority === 'test' ? '; ONLY A TEST: nobody vouches for it' : ''}`;
}
