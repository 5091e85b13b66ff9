import type { Command } from 'commander';
import { addCaseAct, type CaseAct, readCase } from './case-act.ts';
import { exportCase } from './case-export.ts';
import { caseFilters, listCases } from './case-list.ts';
import { casePage } from './case-page.ts';
import { addCaseWork } from './case-work.ts';
import { needed, option, untilOption, zoned } from './options.ts';
import { addVerb, type Call } from './verb.ts';

/** A city’s case at any stage: to hold, to lead on, to note on, to take along. */
export function addCase(oasc: Command): void {
  const noun = oasc.command('case').description('a city’s case, at whatever stage it is');
  addVerb(noun, {
    call: 'list',
    what: 'all cases with where they stand, those due first on top',
    examples: ['case list --waits-for staff'],
    options: caseFilters,
    run: listCases,
  });
  addVerb(noun, {
    call: 'show <case>',
    what: 'all that is known of a case',
    examples: ['case show tr-camliova.1 --json'],
    run: async (call) => {
      const file = await readCase(await call.client(), call.words[0] ?? '');
      return { data: file, words: casePage(file) };
    },
  });
  for (const act of acts) addCaseAct(noun, act);
  addCaseWork(noun);
  exportCase(noun);
}

export function until({ options }: Call): { until: string } {
  return { until: zoned(needed(options, 'until')) };
}

const acts: readonly CaseAct[] = [
  {
    call: 'hold <case>',
    what: 'put a case on hold: reminders and limits stand still until it is resumed, or until the day',
    kind: 'hold',
    example: 'case hold camliova --until 2027-05-31 --reason "The council is being elected."',
    reason: 'needed',
    options: [untilOption],
    more: until,
  },
  {
    call: 'resume <case>',
    what: 'go on with a case that is on hold',
    kind: 'resume',
    example: 'case resume camliova',
    reason: 'possible',
  },
  {
    call: 'extend <case>',
    what: 'give the present turn another last day',
    kind: 'extend',
    example: 'case extend camliova --until 2027-04-15 --reason "They asked for two weeks."',
    reason: 'needed',
    options: [untilOption],
    more: until,
  },
  {
    call: 'wait <case>',
    what: 'wait longer for whoever is late',
    kind: 'wait',
    example: 'case wait camliova --until 2027-04-15 --reason "The mayor is travelling."',
    reason: 'needed',
    options: [untilOption],
    more: until,
  },
  {
    call: 'reopen <case>',
    what: 'take up a case again that rests',
    kind: 'reopen',
    example: 'case reopen camliova --reason "They have answered after all."',
    reason: 'needed',
  },
  {
    call: 'withdraw <case>',
    what: 'close a case because the city no longer wants to join',
    kind: 'withdraw',
    example: 'case withdraw camliova --evidence mail --reason "The new council decided against it."',
    reason: 'needed',
    options: [['--evidence <how>', 'how the city said so: mail, call or paper']],
    more: ({ options }) => {
      const evidence = option(options, 'evidence');
      return evidence === undefined ? {} : { evidence };
    },
  },
];
