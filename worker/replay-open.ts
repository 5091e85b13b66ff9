import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Client } from '@temporalio/client';
import { type History, Worker } from '@temporalio/worker';
import { taskQueue } from '../workflows/addresses.ts';

export type Replayed = { replayed: number; diverged: string[] };

/**
 * Plays every open case against this code, before a worker takes up any of them; answers with how many were played and the
 * ids of those that this code would lead astray. What this very code has passed before is not played again: `passed` is the
 * file that says which code that was.
 */
export async function replayOpen(client: Client, code: string, passed: string): Promise<Replayed> {
  const fingerprint = createHash('sha256').update(code).digest('hex');
  if ((await readFile(passed, 'utf8').catch(() => '')) === fingerprint) return { replayed: 0, diverged: [] };
  const answer: Replayed = { replayed: 0, diverged: [] };
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { code } }, openOnes(client))) {
    answer.replayed += 1;
    if (error) answer.diverged.push(workflowId);
  }
  if (answer.diverged.length === 0) await writeFile(passed, fingerprint);
  return answer;
}

/** Throws where this code would lead open cases astray: then nothing may be started. Answers with how many were played. */
export async function refuseDivergence(client: Client, code: string, passed: string): Promise<number> {
  const { replayed, diverged } = await replayOpen(client, code, passed);
  if (diverged.length > 0) throw new Error(divergence(diverged));
  return replayed;
}

function divergence(ids: string[]): string {
  const some = ids.slice(0, 10).join(', ');
  const more = ids.length > 10 ? ` and ${ids.length - 10} more` : '';
  return [
    `This version cannot carry on what is under way: it would lead ${some}${more} astray. Nothing was started, and nothing is lost.`,
    'Start the version that you had before; whoever changed the workflows keeps the old way for open cases, as workflows/CHANGING.md shows.',
  ].join('\n');
}

async function* openOnes(client: Client): AsyncGenerator<{ workflowId: string; history: History }> {
  const open = client.workflow.list({ query: `TaskQueue = '${taskQueue}' AND ExecutionStatus = 'Running'` });
  for await (const { workflowId } of open)
    yield { workflowId, history: await client.workflow.getHandle(workflowId).fetchHistory() };
}
