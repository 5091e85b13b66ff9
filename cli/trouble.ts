import type { Problem } from '../domain/problems.ts';
import { inOneLine } from '../templates/shown-text.ts';

/** How a command ends, for whoever called it. */
export const exitCodes = {
  done: 0,
  fault: 1,
  usage: 2,
  invalid: 3,
  refused: 4,
  notFound: 5,
  unreachable: 6,
  interrupted: 130,
} as const;

/**
 * What went wrong, as a command says it: in words, or as one line of JSON. `refusal` is the door's own answer (its code
 * and the ids that it speaks of), where it gave one; `notes` are further sentences.
 */
export type Trouble = {
  code: keyof typeof exitCodes;
  message: string;
  problems: Problem[];
  refusal?: { code: string } & Record<string, unknown>;
  notes?: string[];
};

/** A trouble on its way to whoever tells it: a command, or a screen. */
export class Troubled extends Error {
  readonly trouble: Trouble;

  constructor(code: Trouble['code'], message: string, more: Partial<Trouble> = {}) {
    super(message);
    this.name = 'Troubled';
    this.trouble = { code, message, problems: [], ...more };
  }
}

/** What went wrong, of whatever was thrown; what nobody foresaw is a fault. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Troubled) return error.trouble;
  return { code: 'fault', message: error instanceof Error ? error.message : String(error), problems: [] };
}

/** Says what went wrong on stderr, and sets the exit code. */
export function tell(trouble: Trouble, json: boolean): void {
  process.stderr.write(json ? `${JSON.stringify({ error: trouble })}\n` : inWords(trouble));
  process.exitCode = exitCodes[trouble.code];
}

function inWords({ message, problems, notes = [] }: Trouble): string {
  const lines = [...Map.groupBy(problems, ({ file }) => file ?? '')].flatMap(([file, those]) => [
    ...(file === '' ? [] : [`  ${inOneLine(file)}`]),
    ...those.map(({ path, message: what }) => `    ${inOneLine(`${path} ${what}`.trim())}`),
  ]);
  return `${[inOneLine(message), ...lines, ...notes.map((note) => `  ${note}`)].join('\n')}\n`;
}
