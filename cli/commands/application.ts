import type { Command } from 'commander';
import { importApplications } from './application-import.ts';
import { addCaseAct, type CaseAct, readCase } from './case-act.ts';
import { caseFilters, listCases } from './case-list.ts';
import { casePage } from './case-page.ts';
import { option, zoned } from './options.ts';
import { submitApplication } from './submit.ts';
import { addVerb, type Call, type Option } from './verb.ts';

/** What cities hand in, and what the staff decide about it. */
export function addApplication(oasc: Command): void {
  const noun = oasc.command('application').description('what cities hand in, and what is decided about it');
  addVerb(noun, {
    call: 'list',
    what: 'all applications with where they stand, those due first on top',
    examples: ['application list --stage review', 'application list --json'],
    options: caseFilters,
    run: listCases,
  });
  addVerb(noun, {
    call: 'show <case>',
    what: 'an application with everything that helps to decide',
    examples: ['application show camliova'],
    run: async (call) => {
      const file = await readCase(await call.client(), call.words[0] ?? '');
      return { data: file, words: casePage(file) };
    },
  });
  submitApplication(noun);
  importApplications(noun);
  for (const act of acts) addCaseAct(noun, act);
}

const tellOption: Option = [
  '--tell <when>',
  'when the city hears of it: now, when-released, or a time with its zone (2027-03-31T12:00[Europe/Brussels])',
];

function telling({ options }: Call): object {
  const when = option(options, 'tell');
  if (when === undefined) return {};
  return { tell: when === 'now' || when === 'when-released' ? when : zoned(when) };
}

const acts: readonly CaseAct[] = [
  {
    call: 'accept <case>',
    what: 'accept a city; its Letter of Intent is made and sent',
    kind: 'accept',
    example: 'application accept camliova',
    reason: 'possible',
    options: [tellOption],
    more: telling,
  },
  {
    call: 'return <case>',
    what: 'send an application back to the city, with what is to change',
    kind: 'return',
    example: 'application return camliova --reason "The mandate names another council."',
    reason: 'needed',
    options: [tellOption],
    more: telling,
  },
  {
    call: 'reject <case>',
    what: 'reject an application; the city is told why',
    kind: 'reject',
    example: 'application reject camliova --reason-file why.txt --tell when-released',
    reason: 'needed',
    options: [tellOption],
    more: telling,
  },
  {
    call: 'tell <case>',
    what: 'tell the city now what was decided',
    kind: 'tell',
    example: 'application tell camliova',
  },
  {
    call: 'take-back <case>',
    what: 'take back a decision that the city has not been told yet',
    kind: 'take-back',
    example: 'application take-back camliova --reason "Decided too early."',
    reason: 'possible',
  },
  {
    call: 'opinion <case>',
    what: 'say what you think, where more than one reviewer is asked',
    kind: 'opinion',
    example: 'application opinion camliova --verdict for --reason "A clear mandate."',
    reason: 'needed',
    options: [['--verdict <verdict>', 'for, against or unsure']],
    more: ({ options }) => ({ verdict: option(options, 'verdict') }),
  },
  {
    call: 'recuse <case>',
    what: 'take no part in this case: you cannot decide on it afterwards',
    kind: 'recuse',
    example: 'application recuse camliova --reason "I worked there."',
    reason: 'needed',
  },
];
