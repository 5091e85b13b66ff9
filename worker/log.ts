import { type Logger, pino } from 'pino';

export type Log = Logger;

/**
 * The log of one process: a line of JSON for each thing that happened, on stdout. What goes into it is ids, categories,
 * counts and times; never what a person wrote, is called or can be reached by.
 */
export function openLog(process: string, level: string): Log {
  return pino(
    {
      level,
      base: { process },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    // Written at once, so that the last line of a process that breaks is there.
    pino.destination({ dest: 1, sync: true }),
  );
}

/** An error as a log may have it: its name, code and place; its message may hold what somebody wrote, and stays out. */
export function errorInLog(error: unknown): { error: string; code?: string; at?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && ['string', 'number'].includes(typeof error.code) ? { code: String(error.code) } : {};
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, ...code, at: at.slice(0, 6).map((line) => line.trim()) };
}
