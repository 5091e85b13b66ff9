import type { StatementPaper } from '../../../domain/case-papers.ts';
import type { Block, Quote } from '../../../domain/statement.ts';
import { differing } from '../differing.ts';
import type { CaseFile } from '../known.ts';
import { type Line, line, toned } from '../lines.ts';
import type { State } from '../state.ts';
import { dayAndTime } from '../when.ts';
import { whoIs } from '../words/people.ts';
import { fingerprint, heading, labelled, paragraphs } from './labelled.ts';

/** The words of the mayor and the city's section, as they would be printed, with who wrote and who confirmed them. */
export function statementLines(state: State, file: CaseFile): Line[] {
  const drafts = file.view.acts.filter((act) => act.kind === 'draft');
  const last = drafts.at(-1);
  const paper = last ? statementIn(file.papers[last.id]) : null;
  if (!last || !paper) return [line(toned('quiet', '   Nobody has written the words yet.'))];
  const { now, zone, size } = state;
  const { speaker, section, consent } = paper.statement;
  const confirmed = file.view.acts.findLast((act) => act.kind === 'confirm');
  const row = (label: string, value: string) => labelled(label, value, size.columns);
  return [
    ...row('Speaker', `${speaker.printedName ?? speaker.name}, ${speaker.title}`),
    ...row('Written', `${dayAndTime(last.at, now, zone)} by ${whoIs(last.actor, file, state)}, round ${drafts.length}`),
    ...row(
      confirmed && confirmed.at > last.at ? '+ confirmed' : '~ not confirmed',
      confirmed && confirmed.at > last.at
        ? dayAndTime(confirmed.at, now, zone)
        : 'the speaker has not said yes to these words',
    ),
    ...row('Consent', `quotes ${consent.quotes ? 'yes' : 'no'}, photo ${consent.photo ? 'yes' : 'no'}`),
    ...row('Fingerprint', fingerprint(last.sha256)),
    line(''),
    ...changedSince(statementIn(file.papers[drafts.at(-2)?.id ?? '']), paper, size.columns),
    ...(section.heading === null ? [] : [heading(section.heading)]),
    ...section.blocks.flatMap((block) => [...blockLines(block, size.columns), line('')]),
  ];
}

/** What changed from the round before, also seen without colours. */
function changedSince(before: StatementPaper | null, now: StatementPaper, columns: number): Line[] {
  if (!before) return [];
  const found = differing(textOf(before), textOf(now));
  if (found.changes === 0) return [];
  return [
    heading(`Changed since the round before: ${found.changes} ${found.changes === 1 ? 'place' : 'places'}`),
    ...paragraphs(`- ${found.before}`, columns, 1),
    ...paragraphs(`+ ${found.after}`, columns, 1),
    line(''),
  ];
}

function textOf({ statement: { section } }: StatementPaper): string {
  const blocks = section.blocks.map((block) =>
    'quote' in block
      ? block.quote.text
      : block.paragraph.map((part) => (typeof part === 'string' ? part : part.quote.text)).join(''),
  );
  return [section.heading ?? '', ...blocks].join('\n');
}

/** A statement in a paper; null where it holds something else. */
export function statementIn(paper: unknown): StatementPaper | null {
  return typeof paper === 'object' && paper !== null && 'statement' in paper ? (paper as StatementPaper) : null;
}

function blockLines(block: Block, columns: number): Line[] {
  if ('quote' in block) return [...paragraphs(`"${block.quote.text}"`, columns, 4), sourceLine(block.quote)];
  const text = block.paragraph.map((part) => (typeof part === 'string' ? part : `"${part.quote.text}"`)).join('');
  return paragraphs(text, columns, 1);
}

function sourceLine({ language, source }: Quote): Line {
  const from =
    source.kind === 'supplied'
      ? 'approved quote'
      : `from a speech: ${source.event}${source.date ? `, ${source.date}` : ''}`;
  return line(toned('quiet', `    (${language}) ${from}`));
}
