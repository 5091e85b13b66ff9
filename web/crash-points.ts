import type { WorkflowClientInterceptor } from '@temporalio/client';
import type { MiddlewareHandler } from 'hono';
import type { CrashPoints } from '../worker/crash-points.ts';

/** Crash points around all that the door asks of Temporal: `before:update:<kind>`, `after:update:<kind>`, the same for `start`. */
export function crashingCalls(points: CrashPoints): WorkflowClientInterceptor {
  return {
    startUpdate: async (input, next) => {
      const [act] = input.args as [{ decision?: { kind: string } } | undefined];
      const kind = act?.decision?.kind ?? input.updateName;
      points.reach(`before:update:${kind}`);
      const handle = await next(input);
      points.reach(`after:update:${kind}`);
      return handle;
    },
    start: async (input, next) => {
      points.reach(`before:start:${input.workflowType}`);
      const id = await next(input);
      points.reach(`after:start:${input.workflowType}`);
      return id;
    },
  };
}

/** Crash points around each form or act that is sent: `before:request` and, all being done but the answer, `before:answer`. */
export function crashingRequests(points: CrashPoints): MiddlewareHandler {
  return async ({ req }, next) => {
    if (req.method !== 'POST') return await next();
    points.reach('before:request');
    await next();
    points.reach('before:answer');
  };
}
