import { basename } from 'node:path';
import type { Command } from 'commander';
import type { LetterSignatory } from '../../domain/onboarding/state.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { Troubled } from '../trouble.ts';
import { until } from './case.ts';
import { addCaseAct, type CaseAct, readCase } from './case-act.ts';
import { letterCheck } from './letter-check.ts';
import { letterEvidence } from './letter-evidence.ts';
import { option, untilOption } from './options.ts';
import { save } from './saving.ts';
import { placeOf } from './standing.ts';
import { moment, pairs } from './table.ts';
import { uploadScan } from './upload.ts';
import { addVerb, type Call, type Said } from './verb.ts';

/** The Letter of Intent of a city, from its making to the countersigned one. */
export function addLetter(oasc: Command): void {
  const noun = oasc.command('letter').description('a city’s Letter of Intent');
  addVerb(noun, {
    call: 'show <case>',
    what: 'how far the letter is, who signs, and its fingerprints',
    examples: ['letter show camliova', 'letter show camliova --file letter.pdf'],
    options: [['--file <file>', 'where to put the letter itself: the final one, or the one that was issued last']],
    run: showLetter,
  });
  uploadScan(noun);
  for (const act of acts) addCaseAct(noun, act);
  letterCheck(noun);
  letterEvidence(noun);
}

async function showLetter(call: Call): Promise<Said> {
  const client = await call.client();
  const file = await readCase(client, call.words[0] ?? '');
  const letter = letterOf(file);
  const place = option(call.options, 'file');
  if (place === undefined) return { data: letter, words: letterWords(letter) };
  const sha256 = letter.finalSha256 ?? letter.issued?.sha256;
  if (sha256 === undefined)
    throw new Troubled('notFound', 'There is no letter yet: it is made once the city is accepted.');
  const { bytes } = await client.download(`/cases/${letter.case}/documents/${sha256}`);
  const saved = await save(place, bytes);
  return { data: { ...letter, saved }, words: `${letterWords(letter)}\n  Saved as ${basename(saved.file)}` };
}

/** What the case says of its letter. */
function letterOf({ view, people, signatories: reached }: CaseFile) {
  const issued = view.acts.findLast(({ kind }) => kind === 'letter-issued');
  const sealed = view.acts.findLast(({ kind }) => kind === 'letter-sealed');
  const signatories: LetterSignatory[] = 'signatories' in view.stage ? view.stage.signatories : [];
  return {
    case: view.case,
    stage: placeOf(view.stage),
    issued: issued?.kind === 'letter-issued' ? issued.letter : null,
    signatories: signatories.map(({ person, signature }) => ({
      person,
      name: people.find(({ id }) => id === person)?.name ?? null,
      signature: signature ?? null,
      reached: reached.find((one) => one.person === person) ?? null,
    })),
    finalSha256: sealed?.kind === 'letter-sealed' ? sealed.sha256 : null,
  };
}

function letterWords(letter: ReturnType<typeof letterOf>): string {
  return `${letter.case}: ${letter.stage}\n${pairs([
    ['Version', letter.issued?.version],
    ['Issued', moment(letter.issued?.issuedAt)],
    ['Fingerprint', letter.issued?.sha256],
    ...letter.signatories.map(
      ({ name, signature, reached }) =>
        [
          'Signatory',
          `${name ?? ''}${signature ? `: ${signature.signing}, ${moment(signature.at)}, ${signature.sha256}` : `, not signed yet${reached ? reachedWords(reached) : ''}`}`,
        ] as const,
    ),
    ['Final letter', letter.finalSha256],
  ])}`;
}

/** Whether the letter has reached somebody: the last mail, and whether its link was opened. */
function reachedWords({ state, mail, opened }: CaseFile['signatories'][number]): string {
  if (state === 'later') return '; asked once those before have signed';
  const mailed = mail ? `; mail ${moment(mail.at)}: ${mailWords[mail.state]}` : '; no mail yet';
  return `${mailed}${opened ? `; opened ${moment(opened)}` : '; not opened'}`;
}

const mailWords = {
  begun: 'on its way',
  done: 'delivered',
  failed: 'refused by the receiver',
  deferred: 'put off by the receiver, tried again',
  unknown: 'not sure whether it arrived',
  bounced: 'came back',
} satisfies Record<NonNullable<CaseFile['signatories'][number]['mail']>['state'], string>;

/** The fingerprint of what was signed, as it is read now or as it was seen. */
function signed({ options }: Call, { view: { stage } }: CaseFile): { sha256: string } {
  const found = 'signatories' in stage ? stage.signatories.find(({ signature }) => signature)?.signature?.sha256 : null;
  // Where nothing is signed the office refuses for a better reason than a missing fingerprint.
  return { sha256: option(options, 'sha256') ?? found ?? '0'.repeat(64) };
}

const acts: readonly CaseAct[] = [
  { call: 'issue <case>', what: 'issue the letter now', kind: 'issue-letter', example: 'letter issue camliova' },
  {
    call: 'reissue <case>',
    what: 'issue the letter anew; signatures so far are void',
    kind: 'reissue-letter',
    example: 'letter reissue camliova --reason "The mayor’s title was wrong."',
    reason: 'needed',
  },
  {
    call: 'extend <case>',
    what: 'give the city longer to sign, also where its letter has lapsed',
    kind: 'extend',
    example: 'letter extend camliova --until 2027-04-15 --reason "Holidays."',
    reason: 'needed',
    options: [untilOption],
    more: until,
  },
  {
    call: 'verify <case>',
    what: 'say that signatory and mandate are right',
    kind: 'verify',
    example: 'letter verify camliova',
    options: [['--sha256 <fingerprint>', 'what you looked at; else what is there now']],
    more: signed,
  },
  {
    call: 'return <case>',
    what: 'send a signed letter back to be signed again',
    kind: 'return-letter',
    example: 'letter return camliova --reason "The last page is missing."',
    reason: 'needed',
  },
  {
    call: 'countersign <case>',
    what: 'sign for the network: the city is a member from today',
    kind: 'countersign',
    example: 'letter countersign camliova',
  },
  {
    call: 'void <case>',
    what: 'take a letter back that nobody should sign any more',
    kind: 'void-letter',
    example: 'letter void camliova --reason "Sent to the wrong town."',
    reason: 'needed',
  },
];
