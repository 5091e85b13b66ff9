import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type Door, patience } from './door.ts';

/**
 * Sends an Update and waits for its answer. Just after a worker was killed, the server may say that the new one has not
 * looked at the Update: then nothing was taken, and the same is sent again, as long as the door's patience lasts.
 */
export async function answerTo<Result>(door: Door, send: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + patience;
  return await door.temporal.withDeadline(until, async () => {
    for (;;) {
      try {
        return await send();
      } catch (error) {
        if (!isUnprocessed(error) || Date.now() > until - 1000) throw error;
        await pause(200);
      }
    }
  });
}

/** Whether the server says that no worker has looked at an Update. */
export function isUnprocessed(error: unknown): boolean {
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : null;
  return cause instanceof ApplicationFailure && cause.type === 'UnprocessedUpdate';
}
