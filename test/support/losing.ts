import { setTimeout as pause } from 'node:timers/promises';
import { within } from '../../cli/demo/inbox.ts';
import type { TestSystem } from './system.ts';

/** Removes every open workflow, as if the server's file was gone. */
export async function loseEverything(system: TestSystem): Promise<void> {
  const open: string[] = [];
  const running = system.door.temporal.workflow.list({ query: 'ExecutionStatus = "Running"' });
  for await (const { workflowId } of running) open.push(workflowId);
  await lose(system, open);
}

/** Removes these workflows, open or ended, and waits until the server knows them no longer. */
export async function lose(system: TestSystem, workflowIds: readonly string[]): Promise<void> {
  const { workflow, connection, options } = system.door.temporal;
  const remove = async (workflowId: string) => {
    const order = { namespace: options.namespace, workflowExecution: { workflowId } };
    // One that is just ending forgets what it was told: it is told again.
    await connection.workflowService.deleteWorkflowExecution(order).catch(() => {});
    return await workflow
      .getHandle(workflowId)
      .describe()
      .then(() => pause(500, null))
      .catch(() => true);
  };
  for (const workflowId of workflowIds) await within(`${workflowId} gone`, () => remove(workflowId));
}
