import type { LetterDifference } from '../../../domain/letter-differences.ts';
import type { LetterSeal } from '../../../domain/onboarding/letter-state.ts';
import { sealWaitsWords } from '../../../templates/timestamp-words.ts';
import type { CaseFile } from '../known.ts';
import { type Line, line, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { dayAndTime } from '../when.ts';
import { whoIs } from '../words/people.ts';
import { fingerprint, heading, labelled, paragraphs } from './labelled.ts';

/** The letter: which one was issued, who signed it and by what evidence, and what differs from the record. */
export function letterLines(state: State, file: CaseFile): Line[] {
  const issued = file.view.acts.findLast((act) => act.kind === 'letter-issued');
  if (issued?.kind !== 'letter-issued') return [line(toned('quiet', '   No letter has been issued yet.'))];
  const { now, zone, size } = state;
  const { letter } = issued;
  const row = (label: string, value: string) => labelled(label, value, size.columns);
  return [
    heading('Letter of Intent'),
    ...row('Version', `${letter.version}, ${letter.pages} ${letter.pages === 1 ? 'page' : 'pages'}`),
    ...row('Issued', dayAndTime(letter.issuedAt, now, zone)),
    ...row('Fingerprint', fingerprint(letter.sha256)),
    line(''),
    ...evidenceLines(state, file, letter.sha256),
    ...differenceLines(state, file.differences),
    ...sealLines(state, file),
  ];
}

function evidenceLines(state: State, file: CaseFile, issued: string): Line[] {
  const { now, zone, size } = state;
  const signed = file.view.acts.findLast((act) => act.kind === 'sign' || act.kind === 'upload');
  if (!signed || (signed.kind !== 'sign' && signed.kind !== 'upload'))
    return [line(toned('quiet', '   Nobody has signed it yet.'))];
  const paper = signaturePaper(file.papers[signed.id]);
  const row = (label: string, value: string) => labelled(label, value, size.columns);
  const by = whoIs(signed.actor, file, state);
  return [
    heading('Signature'),
    ...(signed.kind === 'sign'
      ? row(signed.sha256 === issued ? '+ shown = signed' : '! other text', fingerprint(signed.sha256))
      : row('Hand-signed', `a scan, handed in by ${by}; fingerprint ${fingerprint(signed.sha256)}`)),
    ...row('Person', `${paper.name}, ${paper.title} (${paper.capacity})`),
    ...row('Signed on', `${paper.signedOn}; received ${dayAndTime(signed.at, now, zone)}`),
    ...row(
      'Proof',
      signed.kind === 'sign' ? 'code by mail to the signatory, typed in the portal' : 'the scan itself: look at it',
    ),
    line(''),
  ];
}

function signaturePaper(paper: unknown): { name: string; title: string; capacity: string; signedOn: string } {
  const {
    signatory = {},
    typedName,
    signedOn = '?',
  } = (paper ?? {}) as {
    signatory?: { name?: string; title?: string; capacity?: string };
    typedName?: string;
    signedOn?: string;
  };
  const { name = '?', title = '?', capacity = '?' } = signatory;
  return { name: typedName ?? name, title, capacity, signedOn };
}

function differenceLines({ size }: State, differences: readonly LetterDifference[]): Line[] {
  if (differences.length === 0) return [];
  return [
    heading('Differs from the record'),
    ...differences.flatMap((one) => labelled('! look at it', differenceWords(one), size.columns, { tone: 'warn' })),
    line(''),
  ];
}

function differenceWords(one: LetterDifference): string {
  switch (one.kind) {
    case 'other-name':
      return `signed by "${one.signed}"; the record names "${one.record}"`;
    case 'other-title':
      return `signed as "${one.signed}"; the record says "${one.record}"`;
    case 'not-the-office-holder':
      return `the signatory is not the office-holder (${one.capacity})`;
    case 'dated-before-letter':
      return `signed on ${one.signedOn}, before the letter's own day, ${one.letter}`;
    case 'mandate-not-in-force':
      return `signed on ${one.signedOn}; the mandate is in force from ${one.effectiveOn}`;
    case 'term-over':
      return `signed on ${one.signedOn}; the term ended on ${one.termEnd}`;
    default:
      return one satisfies never;
  }
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
