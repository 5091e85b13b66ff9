import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { noteCase } from '../../records/cases.ts';
import { appointStaff } from '../../service/staff.ts';
import { camliova } from '../../test/support/city-in-play.ts';
import { caseRow } from '../../test/support/rows.ts';
import { projectFolder } from '../../worker/settings.ts';
import { bareQueue } from '../bare/worker.ts';
import { manyTimes } from '../carry.ts';
import { median, type Part } from '../figure.ts';
import { inOffice, type Office } from '../processes.ts';

const run = promisify(execFile);

/** How long the whole command takes that lists 10,000 open cases, against Temporal's own with as many workflows. */
export const list: Part = async ({ full }) =>
  await inOffice(async (office) => {
    const open = 10_000;
    await fill(office, open);
    const { token } = await appointStaff(office.door, 'Ada', ['reviewer']);
    const env = { ...process.env, OASC_URL: office.door.address, OASC_TOKEN: token };
    const oasc = [join(projectFolder(), 'cli', 'oasc.js'), 'application', 'list', '--json'];
    const temporal = ['workflow', 'list', '--address', office.server, '--limit', String(open), '--output', 'json'];
    const times = { ours: [] as number[], temporal: [] as number[] };
    for (let time = 0; time < (full ? 7 : 3); time += 1) {
      times.ours.push(await seconds(process.execPath, oasc, env, open, '"reference"'));
      times.temporal.push(await seconds(office.cli, temporal, process.env, open, '"startTime"'));
    }
    return [
      {
        name: `application list of ${open}`,
        unit: 's',
        ours: median(times.ours),
        limit: median(times.temporal),
        beside: 'temporal workflow list',
        goal: { at: 'most', ratio: 0.1 },
      },
    ];
  });

async function fill({ door, temporal }: Office, open: number): Promise<void> {
  await door.records.database.transaction().execute(async (change) => {
    for (let index = 0; index < open; index += 1) {
      const id = `tr-bench-${index}.1`;
      const view = { ...camliova, case: id, city: `tr-bench-${index}` };
      await noteCase(change, caseRow(view, { city: view.city, version: 1 }));
    }
  });
  await manyTimes(open, 32, async () => {
    await temporal.workflow.start('bare', { workflowId: `bare/${randomUUID()}`, taskQueue: bareQueue, args: [[]] });
  });
}

/** Seconds of a whole command; it must have printed as many entries as there are. */
async function seconds(
  program: string,
  words: string[],
  env: NodeJS.ProcessEnv,
  entries: number,
  mark: string,
): Promise<number> {
  const began = performance.now();
  const { stdout } = await run(program, words, { env, maxBuffer: 256 * 1024 * 1024 });
  const took = (performance.now() - began) / 1000;
  const printed = stdout.split(mark).length - 1;
  if (printed !== entries) throw new Error(`${words.join(' ')} printed ${printed} of ${entries} entries`);
  return took;
}
