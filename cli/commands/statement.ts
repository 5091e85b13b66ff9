import type { Command } from 'commander';
import type { Statement } from '../../domain/statement.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { addCaseAct, type CaseAct, readCase } from './case-act.ts';
import { statementCheck } from './checks.ts';
import { option } from './options.ts';
import { placeOf } from './standing.ts';
import { addVerb, type Call } from './verb.ts';

/** A mayor’s words: the city’s section and its quotes. */
export function addStatement(oasc: Command): void {
  const noun = oasc.command('statement').description('the mayor’s words about joining');
  addVerb(noun, {
    call: 'show <case>',
    what: 'the words that were sent last, with their fingerprint',
    examples: ['statement show camliova'],
    run: async (call) => {
      const shown = statementOf(await readCase(await call.client(), call.words[0] ?? ''));
      return { data: shown, words: statementWords(shown) };
    },
  });
  for (const act of acts) addCaseAct(noun, act);
  statementCheck(noun);
}

function statementOf({ view, papers }: CaseFile) {
  const drafted = view.acts.findLast(({ kind }) => kind === 'draft');
  const paper = drafted ? (papers[drafted.id] as { statement?: Statement } | undefined) : undefined;
  const words = 'words' in view.stage ? (view.stage.words ?? null) : null;
  return {
    case: view.case,
    stage: placeOf(view.stage),
    sha256: words?.sha256 ?? null,
    statement: paper?.statement ?? null,
  };
}

function statementWords({ case: id, stage, sha256, statement }: ReturnType<typeof statementOf>): string {
  if (!statement) return `${id}: ${stage}\n  No words have been sent yet.`;
  const { speaker, section } = statement;
  const lines = section.blocks.map((block) => {
    if ('quote' in block) return `“${block.quote.text}”`;
    return block.paragraph.map((part) => (typeof part === 'string' ? part : `“${part.quote.text}”`)).join('');
  });
  return [
    `${id}: ${stage}`,
    `  ${inOneLine(`${speaker.name}, ${speaker.title}`)}`,
    `  Fingerprint ${sha256 ?? ''}`,
    ...[section.heading ?? '', ...lines].filter((line) => line !== '').map((line) => `\n  ${inOneLine(line)}`),
  ].join('\n');
}

/** The fingerprint of the words, as they are read now or as they were seen. */
function words({ options }: Call, { view: { stage } }: CaseFile): { sha256: string } {
  const found = 'words' in stage ? stage.words?.sha256 : null;
  return { sha256: option(options, 'sha256') ?? found ?? '0'.repeat(64) };
}

const acts: readonly CaseAct[] = [
  {
    call: 'approve <case>',
    what: 'approve the words that the mayor has confirmed',
    kind: 'approve-words',
    example: 'statement approve camliova',
    options: [['--sha256 <fingerprint>', 'the words that you read; else those that are there now']],
    more: words,
  },
  {
    call: 'return <case>',
    what: 'send the words back to the mayor’s office, with what is to change',
    kind: 'return-words',
    example: 'statement return camliova --reason "The second quote names no event."',
    reason: 'needed',
  },
  {
    call: 'waive <case>',
    what: 'go on without words of the mayor',
    kind: 'waive-statement',
    example: 'statement waive camliova --reason "The mayor gives no statements before the election."',
    reason: 'needed',
  },
];
