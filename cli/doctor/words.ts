import { inOneLine } from '../../templates/shown-text.ts';
import type { Finding } from './finding.ts';

const signs = { ok: 'ok', attention: 'ATTENTION', broken: 'BROKEN' } as const;

/** The findings as a terminal shows them: a line each, what to do under those that want something, and the sum. */
export function findingsInWords(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ id }) => id.length));
  const lines = findings.flatMap(({ id, state, what, todo }) => [
    `${signs[state].padEnd(9)}  ${id.padEnd(width)}  ${inOneLine(what)}`,
    ...(todo === null ? [] : [`${' '.repeat(width + 13)}→ ${inOneLine(todo)}`]),
  ]);
  return [...lines, '', sum(findings)].join('\n');
}

function sum(findings: readonly Finding[]): string {
  const bad = findings.filter(({ state }) => state === 'broken').length;
  const notes = findings.filter(({ state }) => state === 'attention').length;
  const note = notes === 0 ? '' : `, ${notes === 1 ? 'one thing wants' : `${notes} things want`} attention`;
  return bad === 0 ? `Nothing is broken${note}.` : `${bad === 1 ? 'One thing is' : `${bad} things are`} broken${note}.`;
}
