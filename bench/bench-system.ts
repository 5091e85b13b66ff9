import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { StaffMember } from '../records/staff.ts';
import { staffMember } from '../test/support/acting.ts';
import { startTestSystem, type TestSystem } from '../test/support/system.ts';
import { bareCode, startBareWorker } from './bare/worker.ts';

/** The whole system with a bare worker beside it, on one server and one machine, so that both meet the same noise. */
export type BenchSystem = TestSystem & { officers: [StaffMember, StaffMember]; bare: string };

/** Runs a measurement in a system of its own. */
export async function inBenchSystem<Value>(measure: (system: BenchSystem) => Promise<Value>): Promise<Value> {
  const bare = await bareCode();
  const system = await startTestSystem();
  const worker = await startBareWorker(system.temporal.address, { code: bare });
  try {
    const officers: [StaffMember, StaffMember] = [await staffMember(system, 'Ada'), await staffMember(system, 'Bram')];
    return await measure({ ...system, officers, bare });
  } finally {
    await worker.stop();
    await system.stop();
  }
}

/** The history of a workflow, with its size in bytes of JSON. */
export async function historyOf(system: TestSystem, workflowId: string) {
  const history = await system.door.temporal.workflow.getHandle(workflowId).fetchHistory();
  return { history, bytes: historyToJSON(history).length };
}
