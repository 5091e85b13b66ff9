import { basename } from 'node:path';
import type { Command } from 'commander';
import { flagKinds } from '../../domain/onboarding/flags.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { Troubled } from '../trouble.ts';
import { until } from './case.ts';
import { addCaseAct, type CaseAct, readCase } from './case-act.ts';
import { letterCheck } from './letter-check.ts';
import { letterEvidence } from './letter-evidence.ts';
import { lettersForCity } from './letter-for-city.ts';
import { letterOf, letterWords } from './letter-page.ts';
import { signatoryNamed } from './letter-signatory.ts';
import { needed, option, untilOption } from './options.ts';
import { save } from './saving.ts';
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
  lettersForCity(noun);
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

/** The fingerprint of what was signed, as it is read now or as it was seen. */
function signed({ options }: Call, { view: { stage } }: CaseFile): { sha256: string } {
  const found = 'signatories' in stage ? stage.signatories.find(({ signature }) => signature)?.signature?.sha256 : null;
  // Where nothing is signed the office refuses for a better reason than a missing fingerprint.
  return { sha256: option(options, 'sha256') ?? found ?? '0'.repeat(64) };
}

/** Which flag of whose signature is decided. */
function settled({ options }: Call, file: CaseFile): { signatory: string; flag: string } {
  const flag = needed(options, 'flag');
  const hasIt = ({ signature }: CaseFile['signatories'][number]) =>
    signature?.flags.some(({ kind, settled: by }) => kind === flag && !by);
  const named = signatoryNamed(file, option(options, 'signatory'));
  // Where nobody has it, the office says which are open.
  return { signatory: named ?? file.signatories.find(hasIt)?.person ?? file.signatories[0]?.person ?? 'nobody', flag };
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
    call: 'settle <case>',
    what: 'decide what was flagged about a signature, with a reason; letter show lists what is open',
    kind: 'settle',
    example: 'letter settle camliova --flag office --reason "She was elected on 3 March; the gazette says so."',
    reason: 'needed',
    options: [
      ['--flag <flag>', `what is decided: ${flagKinds.join(', ')}`],
      ['--signatory <name>', 'whose signature, by name; else the first that has this flag open'],
    ],
    more: settled,
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
