import type { Flag } from '../../domain/onboarding/flags.ts';
import { type LetterSignatory, membershipOf, type Signature } from '../../domain/onboarding/state.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { placeOf } from './standing.ts';
import { moment, pairs } from './table.ts';

/** What a case says of its letter: what was issued, how far each signatory is, and what was sealed. */
export function letterOf({ view, people, signatories: reached }: CaseFile) {
  const issued = view.acts.findLast((act) => act.kind === 'letter-issued');
  const member = membershipOf(view.stage);
  const mandate = view.acts.findLast((act) => act.kind === 'give-mandate');
  return {
    case: view.case,
    stage: placeOf(view.stage),
    issued: issued?.letter ?? null,
    mandateGivenAt: mandate?.at ?? null,
    signatories: signatoriesIn(view.stage).map(({ person, order, signature }) => ({
      person,
      order,
      name: people.find(({ id }) => id === person)?.name ?? null,
      signature: signature ?? null,
      reached: reached.find((one) => one.person === person) ?? null,
    })),
    signatures: member?.signatures ?? [],
    finalSha256: member?.finalSha256 ?? null,
    certificateSha256: member?.certificateSha256 ?? null,
    seal: member?.seal ?? null,
  };
}

/** The same in words. */
export function letterWords(letter: ReturnType<typeof letterOf>): string {
  const { issued, seal } = letter;
  return `${letter.case}: ${letter.stage}\n${pairs([
    ['Version', issued && [issued.version, issued.language].filter((part) => part !== undefined).join(', ')],
    ['Issued', moment(issued?.issuedAt)],
    ['Fingerprint', issued?.sha256],
    ['Mandate', letter.mandateGivenAt && `given anew ${moment(letter.mandateGivenAt)}`],
    ...letter.signatories.map(
      ({ name, signature, reached }) =>
        ['Signatory', `${name ?? ''}: ${signature ? signatureWords(signature) : reachedWords(reached)}`] as const,
    ),
    ...letter.signatures.map((signature) => ['Signature', signatureWords(signature)] as const),
    ['Final letter', letter.finalSha256],
    ['Certificate', letter.certificateSha256],
    [
      'Seal',
      seal &&
        `${seal.verified} (claimed ${seal.claimed})${seal.authority === 'test' ? ', a TEST that proves nothing' : ''}`,
    ],
  ])}`;
}

function signatoriesIn(stage: CaseFile['view']['stage']): LetterSignatory[] {
  const place = 'from' in stage ? stage.from : stage;
  return 'signatories' in place ? place.signatories : [];
}

/** How somebody signed, what that is worth, and what is still to be decided about it. */
function signatureWords({ signing, at, sha256, level, flags }: Signature): string {
  const worth =
    level.claimed === level.verified ? level.verified : `claims ${level.claimed}, verified ${level.verified}`;
  return [`${signing} (${worth})`, moment(at), ...flagsWords(flags), sha256].join(', ');
}

function flagsWords(flags: readonly Flag[]): string[] {
  const open = flags.filter(({ settled }) => !settled).map(({ kind }) => kind);
  const settled = flags.filter((flag) => flag.settled).map(({ kind }) => kind);
  return [
    ...(open.length > 0 ? [`! to be decided: ${open.join(', ')}`] : []),
    ...(settled.length > 0 ? [`decided: ${settled.join(', ')}`] : []),
  ];
}

/** Whether the letter has reached somebody: the last mail, and whether its link was opened. */
function reachedWords(reached: CaseFile['signatories'][number] | null): string {
  if (!reached) return 'not signed';
  if (reached.state === 'later') return 'asked once those before have signed';
  const { mail, opened } = reached;
  const mailed = mail ? `mail ${moment(mail.at)}: ${mailWords[mail.state]}` : 'no mail yet';
  return `not signed yet; ${mailed}; ${opened ? `opened ${moment(opened)}` : 'not opened'}`;
}

const mailWords = {
  begun: 'on its way',
  done: 'delivered',
  failed: 'refused by the receiver',
  deferred: 'put off by the receiver, tried again',
  unknown: 'not sure whether it arrived',
  bounced: 'came back',
} satisfies Record<NonNullable<CaseFile['signatories'][number]['mail']>['state'], string>;
