import { inOneLine } from '../../templates/shown-text.ts';
import type { CaseFile } from '../../web/staff-api/shown.ts';
import { moment } from './table.ts';

/** What stands behind a case: who it may be, what was before, what a machine noticed, what changed, and how alike ones ended. */
export function background({ duplicates, earlier, checks, rounds, like }: CaseFile): string[] {
  const noticed = checks.filter(({ state }) => state !== 'ok');
  const last = rounds.at(-1);
  return [
    ...part(
      'May be the same city',
      duplicates.map(({ case: id, name, state, reasons }) => `${id}  ${name}: ${reasons.join(', ')} (${state})`),
    ),
    ...part(
      'Earlier applications',
      earlier.map(({ case: id, stage, closedAt }) => `${id}  ${stage}, ${moment(closedAt)}`),
    ),
    ...part(
      'To look at',
      noticed.map(({ state, sentence }) => `${state}: ${sentence}`),
    ),
    ...part(
      `Changed in round ${last?.round ?? 1}`,
      (last?.changes ?? []).map(({ path, before, after }) => `${path}: ${inJson(before)} → ${inJson(after)}`),
    ),
    ...part(
      'Decided cases like it',
      like.map(({ id, name, stage }) => `${id}  ${name}, ${stage}`),
    ),
  ];
}

function part(heading: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`${heading}\n${lines.map((line) => `  ${inOneLine(line)}`).join('\n')}`];
}

function inJson(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}
