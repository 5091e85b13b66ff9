import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { noteCase } from '../../records/cases.ts';
import { appointStaff } from '../../service/staff.ts';
import { camliova } from '../../test/support/city-in-play.ts';
import { caseRow } from '../../test/support/rows.ts';
import { projectFolder } from '../../worker/settings.ts';
import { median, type Part, percentile } from '../figure.ts';
import { inOffice, type Office } from '../processes.ts';

const run = promisify(execFile);
const harness = join(projectFolder(), 'bench', 'terminal.py');
const table = fileURLToPath(new URL('../bare/table.js', import.meta.url));

/** How soon the staff's screens show something, and how soon a key is seen, against a bare table in Ink. */
export const terminal: Part = async ({ full }) =>
  await inOffice(async (office) => {
    await fill(office, full ? 10_000 : 500);
    const { token } = await appointStaff(office.door, 'Ada', ['reviewer', 'editor', 'approver', 'administrator']);
    const env = { ...process.env, OASC_URL: office.door.address, OASC_TOKEN: token };
    const times = full ? 9 : 5;
    const first = { ours: [] as number[], bare: [] as number[] };
    const keys = { ours: [] as number[], bare: [] as number[] };
    for (let time = 0; time < times; time += 1) {
      const ours = await paints('Town', [join(projectFolder(), 'cli', 'oasc.js')], env);
      const bare = await paints('Ink table', [table], process.env);
      first.ours.push(ours.first);
      first.bare.push(bare.first);
      keys.ours.push(...ours.keys);
      keys.bare.push(...bare.keys);
    }
    const goal = { at: 'most' as const, ratio: 1.2 };
    const against = { unit: 'ms', beside: 'bare Ink table' };
    return [
      { name: 'screens: first paint', ours: median(first.ours), limit: median(first.bare), goal, ...against },
      { name: 'screens: key to paint, p50', ours: median(keys.ours), limit: median(keys.bare), goal, ...against },
      {
        name: 'screens: key to paint, p95',
        ours: percentile(keys.ours, 95),
        limit: percentile(keys.bare, 95),
        goal: null,
        ...against,
      },
    ];
  });

async function fill({ door }: Office, open: number): Promise<void> {
  await door.records.database.transaction().execute(async (change) => {
    for (let index = 0; index < open; index += 1) {
      const view = { ...camliova, case: `tr-bench-${index}.1`, city: `tr-bench-${index}` };
      await noteCase(change, caseRow(view, { city: view.city, version: 1, name: `Town ${index}` }));
    }
  });
}

async function paints(
  word: string,
  words: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ first: number; keys: number[] }> {
  const { stdout } = await run('python3', [harness, word, '20', process.execPath, ...words], { env });
  return JSON.parse(stdout) as { first: number; keys: number[] };
}
