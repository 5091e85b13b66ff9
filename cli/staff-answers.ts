import type { Problem } from '../domain/problems.ts';
import { type Trouble, Troubled } from './trouble.ts';

/** What the API answered: the value, or its no as a trouble with the exit code that fits. */
export async function readAnswer<Value>(response: Response): Promise<Value> {
  const said: unknown = await response.json().catch(() => undefined);
  if (response.ok && said !== undefined) return said as Value;
  throw troubleIn(response.status, (said as { error?: Partial<Said> } | null | undefined)?.error);
}

/** That nobody answers at an address: nothing is there, or it took too long. */
export function unreachable(url: string, error: unknown): Troubled {
  const late = error instanceof Error && error.name === 'TimeoutError';
  const what = late ? `${url} did not answer in time.` : `Nobody answers at ${url}.`;
  return new Troubled('unreachable', `${what} See whether the service is running: oasc doctor.`);
}

type Said = { code: string; message: string; problems?: Problem[]; candidates?: string[] } & Record<string, unknown>;

function troubleIn(status: number, said: Partial<Said> | undefined): Troubled {
  if (typeof said?.code !== 'string' || typeof said.message !== 'string')
    return new Troubled('fault', `What answers there is not the staff API: it answered with ${status}.`);
  const { message, problems = [], ...refusal } = said as Said;
  return new Troubled(codeOf(status, said.code), message, { problems, refusal });
}

function codeOf(status: number, reason: string): Trouble['code'] {
  if (status === 404) return 'notFound';
  // A name that fits several is a wrong word of whoever wrote it, and no rule of the process.
  if (reason === 'ambiguous' || status === 400 || status === 413 || status === 415 || status === 422) return 'invalid';
  if (status === 503 || status === 502 || status === 504) return 'unreachable';
  return status >= 500 ? 'fault' : 'refused';
}
