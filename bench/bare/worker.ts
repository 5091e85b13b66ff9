import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';

export const bareQueue = 'bare';

/** The bare workflow's code, bundled; takes a second, so it is done before anything is measured. */
export async function bareCode(): Promise<string> {
  const workflowsPath = fileURLToPath(new URL('./workflows.js', import.meta.url));
  return (await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })).code;
}

/** A worker for the bare workflow, with the settings of ours. */
export async function startBareWorker(address: string, workflowBundle: { code: string } | { codePath: string }) {
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({
    connection,
    taskQueue: bareQueue,
    identity: 'bare-worker',
    workflowBundle,
    activities: { nothing: async () => {} },
    stickyQueueScheduleToStartTimeout: '1 second',
    maxCachedWorkflows: 1500,
    shutdownGraceTime: '10 seconds',
  });
  const running = worker.run();
  return {
    stop: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running;
      await connection.close();
    },
  };
}
