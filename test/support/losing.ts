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
  for (const workflowId of workflowIds)
    await connection.workflowService.deleteWorkflowExecution({
      namespace: options.namespace,
      workflowExecution: { workflowId },
    });
  for (const workflowId of workflowIds)
    await within(`${workflowId} gone`, async () =>
      workflow
        .getHandle(workflowId)
        .describe()
        .then(() => null)
        .catch(() => true),
    );
}
