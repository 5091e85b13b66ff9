import { Troubled } from '../trouble.ts';
import { moment } from './table.ts';

type Done = { id: string; kind: string; actor: string; at: string };

/** Adds to a trouble after which nobody knows whether an act was taken how it is sent again, so that it is taken once. */
export function repeatable(error: unknown, id: string): unknown {
  if (!(error instanceof Troubled) || !['unreachable', 'interrupted'].includes(error.trouble.code)) return error;
  const { code, message, ...more } = error.trouble;
  const notes = [`Nobody knows whether it was taken. Send it again, safely, with --id ${id}`];
  return new Troubled(code, message, { ...more, notes });
}

/**
 * Adds to a refusal for being stale what was done last: as many acts as versions have passed since the one that was decided
 * on (at most; a few versions are no acts).
 */
export async function tellingWhatChanged(
  error: unknown,
  version: number,
  fresh: () => Promise<{ version: number; acts: readonly Done[] }>,
): Promise<unknown> {
  if (!(error instanceof Troubled) || error.trouble.refusal?.code !== 'stale') return error;
  const now = await fresh();
  const last = now.version > version ? now.acts.slice(version - now.version) : [];
  const { code, message, refusal, ...more } = error.trouble;
  const changes = last.map(({ id, kind, actor, at }) => ({ id, kind, actor, at }));
  const notes = [
    `You decided on version ${version}; it is now version ${now.version}. What was done last:`,
    ...changes.map(({ kind, at }) => `  ${moment(at)}  ${kind}`),
  ];
  return new Troubled(code, message, { ...more, refusal: { ...refusal, changes }, notes });
}
