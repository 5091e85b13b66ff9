import type { Line, Span, Tone } from './lines.ts';

export type Colours = 'none' | 'sixteen';

/** Whether colours are wanted and possible: `NO_COLOR` counts when it is set and not empty. */
export function coloursFor(environment: Record<string, string | undefined>): Colours {
  const { NO_COLOR, TERM } = environment;
  return (NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb' ? 'none' : 'sixteen';
}

/** A row as the terminal takes it; without colours it is the same cells, with bold and reverse only. */
export function painted(row: Line, colours: Colours): string {
  return row.map((span) => dressed(span, colours)).join('');
}

/** A whole screen drawn from its upper left corner, without waiting for anything to be loaded. */
export function firstFrame(rows: readonly Line[], colours: Colours): string {
  return `\u001B[?1049h\u001B[?25l\u001B[H${rows.map((row) => painted(row, colours)).join('\r\n')}\u001B[H`;
}

/** Gives the terminal back as it was. */
export const lastFrame = '\u001B[?1049l\u001B[?25h';

const codes: Record<Tone, string> = { quiet: '2', link: '36', act: '36', stop: '31', warn: '33', go: '32' };

function dressed({ text, tone, bold, inverse }: Span, colours: Colours): string {
  const on = [
    ...(bold ? ['1'] : []),
    ...(inverse ? ['7'] : []),
    ...(tone && colours === 'sixteen' ? [codes[tone]] : []),
  ];
  return on.length === 0 || text === '' ? text : `\u001B[${on.join(';')}m${text}\u001B[0m`;
}
