import { basename } from 'node:path';
import type { Command } from 'commander';
import type { LetterChecked } from '../../domain/letter-checked.ts';
import { letterCheckWords } from '../../templates/letter-check-words.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import { exitCodes } from '../trouble.ts';
import { pairs } from './table.ts';
import { bytesOf } from './upload.ts';
import { addVerb, type Said } from './verb.ts';

/** Adds `letter check`: is this file a letter of ours, and as it was? Needs no account, and the service keeps nothing of it. */
export function letterCheck(noun: Command): void {
  addVerb(noun, {
    call: 'check <file>',
    what: 'whether a file is a letter of ours, as it was or changed since; needs no account (ends with 0: ours and intact, 4: changed, added to or void, 5: not known, 3: not to be read)',
    examples: ['letter check final-letter.pdf'],
    run: async ({ words: [path = ''], publicClient }) => {
      const body = new FormData();
      // Its name is nobody's business.
      body.append('file', new File([await bytesOf(path)], 'letter'));
      return told(path, await (await publicClient()).post<LetterChecked>('/letters/check', body));
    },
  });
}

function told(path: string, checked: LetterChecked): Said {
  const { sign, title, sentences, facts, test } = letterCheckWords(checked, { email: 'the network', zone: 'UTC' });
  const lines = [`${sign} ${inOneLine(basename(path))}: ${title}`, ...(test ? [test] : []), ...sentences].map((line) =>
    inOneLine(line),
  );
  const exitCode = exitCodes[endingOf(checked)];
  return { data: { file: basename(path), ...checked }, words: `${lines.join('\n  ')}\n${pairs(facts)}`, exitCode };
}

function endingOf(checked: LetterChecked): 'done' | 'invalid' | 'refused' | 'notFound' {
  switch (checked.verdict) {
    case 'ours':
      return checked.letter?.as === 'void' ? 'refused' : 'done';
    case 'additions':
    case 'changed':
      return 'refused';
    case 'unknown':
      return 'notFound';
    case 'refused':
      return 'invalid';
    default:
      return checked satisfies never;
  }
}
