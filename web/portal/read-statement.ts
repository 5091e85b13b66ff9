import type { Problem } from '../../domain/problems.ts';
import { type Branch, branchOf, filledIn, isBlank, type Node, rowsOf, unflattened } from './form-paths.ts';
import { type Reading, ticksIn } from './read-application.ts';

/**
 * Reads the statement's form. In a paragraph `[n]` stands for quote n where quote n is given below it, and is text where it
 * is not; a quote that is given stands in its paragraph exactly once. An empty heading is none.
 */
export function readStatement(form: FormData): Reading {
  const { speaker, section, consent } = unflattened(form);
  const { heading, blocks } = branchOf(section);
  const read = rowsOf(blocks, isEmptyBlock).map(({ row, value }) => ({
    row,
    ...blockIn(`section.blocks[${row}]`, value),
  }));
  return {
    input: {
      speaker: filledIn(branchOf(speaker)),
      section: { heading: isBlank(heading) ? null : heading, blocks: read.map(({ input }) => input) },
      consent: { quotes: false, photo: false, ...ticksIn(branchOf(consent)) },
    },
    problems: read.flatMap(({ problems }) => problems),
    fieldOf: (path) => fieldOf(path, read),
  };
}

type BlockRead = {
  input: unknown;
  problems: Problem[] /** The quote's row for each part of the paragraph. */;
  rows: (number | null)[];
};

function isEmptyBlock({ paragraph, quotes, quote }: Branch): boolean {
  return isBlank(paragraph) && rowsOf(quotes, isEmptyQuote).length === 0 && isEmptyQuote(branchOf(quote));
}

/** A language or a kind alone is no quote: both may stand there from the beginning. */
function isEmptyQuote({ text, source }: Branch): boolean {
  const { event, date, url } = branchOf(source);
  return [text, event, date, url].every(isBlank);
}

function blockIn(name: string, { paragraph, quotes, quote }: Branch): BlockRead {
  const alone = branchOf(quote);
  const given = rowsOf(quotes, isEmptyQuote);
  if (isBlank(paragraph) && given.length === 0)
    return { input: { quote: quoteIn(alone) }, problems: sourceProblems(`${name}.quote`, alone), rows: [] };

  const { parts, rows } = partsIn(typeof paragraph === 'string' ? paragraph : '', given);
  const both = { path: `${name}.quote.text`, message: 'stands beside a paragraph: give it a part of its own' };
  return {
    input: { paragraph: parts },
    problems: [
      ...given.flatMap(({ row, value }) => [
        ...timesProblems(`${name}.quotes[${row}].text`, row + 1, rows.filter((one) => one === row).length),
        ...sourceProblems(`${name}.quotes[${row}]`, value),
      ]),
      ...(isEmptyQuote(alone) ? [] : [both]),
    ],
    rows,
  };
}

function partsIn(paragraph: string, given: { row: number; value: Branch }[]) {
  const parts: (string | { quote: unknown })[] = [];
  const rows: (number | null)[] = [];
  let from = 0;
  const text = (until: number) => {
    if (until > from) rows.push(null);
    if (until > from) parts.push(paragraph.slice(from, until));
  };
  for (const match of paragraph.matchAll(/\[([1-9]\d{0,2})\]/g)) {
    const quote = given.find(({ row }) => row === Number(match[1]) - 1);
    if (!quote) continue;
    text(match.index);
    parts.push({ quote: quoteIn(quote.value) });
    rows.push(quote.row);
    from = match.index + match[0].length;
  }
  text(paragraph.length);
  return { parts, rows };
}

function quoteIn({ source, ...rest }: Branch): Record<string, Node | Branch> {
  const { kind, event, date, url } = branchOf(source);
  const said =
    kind === 'speech' ? { kind, ...filledIn({ event, date, url }) } : { kind: isBlank(kind) ? 'supplied' : kind };
  return { ...filledIn(rest), source: said };
}

function timesProblems(path: string, number: number, times: number): Problem[] {
  if (times === 1) return [];
  return [
    times === 0
      ? { path, message: `is not in the paragraph: write [${number}] there, where it is to be printed` }
      : { path, message: `stands ${times} times in the paragraph: write [${number}] there once` },
  ];
}

function sourceProblems(name: string, { source }: Branch): Problem[] {
  const { kind, event, date, url } = branchOf(source);
  if (kind === 'speech' || [event, date, url].every(isBlank)) return [];
  const message = 'does not fit: a speech is named below, so choose “from a speech”, or empty those fields';
  return [{ path: `${name}.source.kind`, message }];
}

function fieldOf(path: string, read: (BlockRead & { row: number })[]): string {
  if (path === 'section' || path === 'section.blocks') return 'section.blocks[0].paragraph';
  const inBlock = /^section\.blocks\[(\d+)\](.*)$/.exec(path);
  if (!inBlock) return path;
  const block = read[Number(inBlock[1])];
  const name = `section.blocks[${block?.row ?? 0}]`;
  const rest = inBlock[2] ?? '';
  const inPart = /^\.paragraph\[(\d+)\](.*)$/.exec(rest);
  if (!inPart) return rest === '' ? `${name}.paragraph` : `${name}${nonEmpty(rest)}`;
  const row = block?.rows[Number(inPart[1])] ?? null;
  const inner = (inPart[2] ?? '').replace(/^\.quote/, '');
  return row === null ? `${name}.paragraph` : `${name}.quotes[${row}]${nonEmpty(inner, '.text')}`;
}

/** A problem with a quote as a whole, or with its source as a whole, is shown where one would mend it. */
function nonEmpty(path: string, otherwise = ''): string {
  if (path === '') return otherwise;
  if (path === '.quote') return '.quote.text';
  return path.endsWith('.source') ? `${path}.kind` : path;
}
