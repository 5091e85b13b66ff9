import type { Flag, FlagKind } from '../../../domain/onboarding/flags.ts';
import type { LetterSignatory, Signature } from '../../../domain/onboarding/letter-state.ts';
import type { CaseFile } from '../known.ts';
import { type Line, line } from '../lines.ts';
import type { State } from '../state.ts';
import { dayAndTime } from '../when.ts';
import { flagWords, levelWords } from '../words/flags.ts';
import { whoIs } from '../words/people.ts';
import { fingerprint, heading, labelled } from './labelled.ts';

type Of = { signatory: LetterSignatory; issued: string; number: number; of: number };

/** One signatory: whether the letter has reached them, how they signed, what that is worth, and what is to be decided. */
export function signatoryLines(state: State, file: CaseFile, { signatory, issued, number, of }: Of): Line[] {
  const { signature } = signatory;
  const title = of === 1 ? 'Signature' : `Signature ${number} of ${of}`;
  const reached = labelled('Letter', reachedWords(state, file, signatory), state.size.columns);
  if (!signature)
    return [heading(title), ...labelled('Person', nameOf(file, signatory), state.size.columns), ...reached, line('')];
  return [
    heading(title),
    ...signatureLines(state, file, signature, issued),
    ...signature.flags.flatMap((flag) => flagLines(state, file, flag, signatory)),
    line(''),
  ];
}

function signatureLines(state: State, file: CaseFile, signature: Signature, issued: string): Line[] {
  const { now, zone, size } = state;
  const { signing, sha256, at, by, level, paper } = signature;
  const act = file.view.acts.find((one) => 'paper' in one && one.paper === paper);
  const said = signaturePaper(act ? file.papers[act.id] : undefined);
  const row = (label: string, value: string) => labelled(label, value, size.columns);
  const how = {
    electronic: 'in the portal: name typed, code by mail to the signatory',
    scan: `by hand: a scan, handed in by ${whoIs(by, file, state)}; look at it`,
    elsewhere: `a PDF signed elsewhere, handed in by ${whoIs(by, file, state)}`,
  };
  const shown = sha256 === issued ? '+ shown = signed' : '! other text';
  return [
    ...row(signing === 'electronic' ? shown : 'File as it came', fingerprint(sha256)),
    ...row('Person', `${said.name}, ${said.title} (${said.capacity})`),
    ...row('Signed on', `${said.signedOn}; received ${dayAndTime(at, now, zone)}`),
    ...row('Proof', how[signing]),
    ...(said.consent === null ? [] : row('Consent', `text version ${said.consent}`)),
    ...row('Level claimed', levelWords[level.claimed]),
    ...row('Level verified', signing === 'scan' ? byHand(state, file) : levelWords[level.verified]),
  ];
}

/** A scan is never shown as more than it is. */
function byHand(state: State, file: CaseFile): string {
  const verified = file.view.acts.findLast(({ kind }) => kind === 'verify');
  return verified ? `hand-signed, checked by ${whoIs(verified.actor, file, state)}` : 'hand-signed, not checked yet';
}

function flagLines(state: State, file: CaseFile, { kind, settled }: Flag, signatory: LetterSignatory): Line[] {
  const { says, next } = flagWords[kind];
  if (settled) {
    const act = file.view.acts.find((one) => 'paper' in one && one.paper === settled.paper);
    const { reason = '' } = (act ? (file.papers[act.id] as { reason?: string } | undefined) : undefined) ?? {};
    const words = `${says}; accepted by ${whoIs(settled.by, file, state)}: ${reason}`;
    return labelled(`+ ${kind}`, words, state.size.columns);
  }
  const detail = `${says}${recordWords(file, kind, signatory)}`;
  return labelled(`! ${kind}`, `${detail}: t accepts it with a reason, or ${next}`, state.size.columns, {
    tone: 'warn',
  });
}

/** The record beside what was signed, where that is what differs. */
function recordWords({ people }: CaseFile, kind: FlagKind, { person }: LetterSignatory): string {
  const record = people.find(({ id }) => id === person);
  if (kind === 'person' && record) return `; the record names "${record.name}"`;
  return kind === 'office' && record?.title ? `; the record says "${record.title}"` : '';
}

/** Whether the letter has reached somebody: the last mail, and whether its link was opened. */
function reachedWords({ now, zone }: State, file: CaseFile, { person }: LetterSignatory): string {
  const reached = file.signatories?.find((one) => one.person === person);
  if (!reached) return 'not signed yet';
  if (reached.state === 'later') return 'asked once those before have signed';
  const { mail, opened } = reached;
  const sent = mail ? `sent ${dayAndTime(mail.at, now, zone)}, ${mailWords[mail.state]}` : 'no mail yet';
  return `${sent}; ${opened ? `opened ${dayAndTime(opened, now, zone)}` : 'not opened'}; not signed yet`;
}

const mailWords = {
  begun: 'on its way',
  done: 'delivered',
  failed: 'refused by the receiver: correct the address',
  deferred: 'put off by the receiver, tried again',
  unknown: 'not sure whether it arrived',
  bounced: 'came back: correct the address',
} satisfies Record<NonNullable<NonNullable<CaseFile['signatories']>[number]['mail']>['state'], string>;

function nameOf({ people }: CaseFile, { person }: LetterSignatory): string {
  const found = people.find(({ id }) => id === person);
  return found ? [found.name, found.title].filter(Boolean).join(', ') : 'not known';
}

type Said = { name: string; title: string; capacity: string; signedOn: string; consent: string | null };

function signaturePaper(paper: unknown): Said {
  const {
    signatory = {},
    typedName,
    signedOn = '?',
    consent,
  } = (paper ?? {}) as {
    signatory?: { name?: string; title?: string; capacity?: string };
    typedName?: string;
    signedOn?: string;
    consent?: { version: string };
  };
  const { name = '?', title = '?', capacity = '?' } = signatory;
  return { name: typedName ?? name, title, capacity, signedOn, consent: consent?.version ?? null };
}
