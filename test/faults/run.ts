import { deepStrictEqual } from 'node:assert';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres.ts';
import { playByCommands } from './by-commands.ts';
import { type FaultCase, faultCases } from './cases.ts';
import type { Outcome } from './outcome.ts';
import { randomRun } from './random-run.ts';
import { openTheatre, playCase, playWithout, type Theatre } from './theatre.ts';
import type { Signing } from './towns.ts';

// Plays the whole table: `npm run faults -- [--list] [--only TEXT] [--houses N]`, several houses side by side, since
// most of the time of a case is waiting; or random runs: `npm run faults -- --seed N [--runs N] [--acts N]`; or a folder of input by commands, while everything is
// killed in turn: `npm run faults -- --folder DIR [--postgres]`.
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    list: { type: 'boolean' },
    houses: { type: 'string', default: '2' },
    folder: { type: 'string' },
    postgres: { type: 'boolean', default: false },
    seed: { type: 'string' },
    runs: { type: 'string', default: '1' },
    acts: { type: 'string', default: '40' },
  },
});
const chosen = faultCases().filter(({ id }) => values.only === undefined || id.includes(values.only));
if (values.list) console.log(chosen.map(({ id }) => id).join('\n'));
else if (values.folder !== undefined) await playFolder(values.folder);
else process.exitCode = values.seed === undefined ? await playAll() : await playAtRandom(Number(values.seed));

async function playFolder(folder: string): Promise<void> {
  const postgres = values.postgres ? await startPostgres() : null;
  const theatre = await openTheatre(postgres ? { DATABASE_URL: await postgres.createDatabase('faults') } : {});
  try {
    console.log(JSON.stringify(await playByCommands(theatre, resolve(folder)), null, 2));
  } finally {
    await theatre.close();
    await postgres?.stop();
  }
}

async function playAtRandom(first: number): Promise<number> {
  const theatre = await openTheatre();
  let broken = 0;
  try {
    for (let seed = first; seed < first + Number(values.runs); seed += 1) {
      const run = await randomRun(theatre, seed, Number(values.acts));
      const said = `${run.taken} acts taken, ${run.refused} refused, faults: ${run.struck.join(', ') || 'none'}`;
      console.log(`${run.broken.length === 0 ? 'ok  ' : 'FAIL'} seed ${seed}: ${said}`);
      broken += run.broken.length;
      for (const line of run.broken) console.log(`       ${line}`);
      if (run.broken.length > 0 || process.env['FAULTS_TALK'])
        console.log(run.log.join('\n').replace(/^/gm, '       '));
    }
  } finally {
    await theatre.close();
  }
  return broken > 0 ? 1 : 0;
}

async function playAll(): Promise<number> {
  const ahead = [...chosen];
  const failed: string[] = [];
  const lanes = Array.from({ length: Math.min(Number(values.houses), chosen.length) }, () => lane(ahead, failed));
  await Promise.all(lanes);
  console.log(
    `${chosen.length} cases: ${chosen.length - failed.length} end as without the fault, ${failed.length} do not`,
  );
  return failed.length > 0 ? 1 : 0;
}

/** One house, on which cases are played until none is left. */
async function lane(ahead: FaultCase[], failed: string[]): Promise<void> {
  const theatre = await openTheatre();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void theatre.close().then(() => process.exit(130)));
  try {
    const without = new Map<Signing, Outcome>();
    for (let one = ahead.shift(); one; one = ahead.shift()) {
      const measure = without.get(one.signing) ?? (await playWithout(theatre, one.signing));
      without.set(one.signing, measure);
      if (!(await holds(theatre, one, measure))) failed.push(one.id);
    }
  } finally {
    await theatre.close();
  }
}

async function holds(theatre: Theatre, one: FaultCase, measure: Outcome): Promise<boolean> {
  if (one.fault.kind === 'full-disk' && !theatre.disk) {
    console.log(`SKIPPED        ${one.id}: this user may not mount a disk of its own (needs root)`);
    return true;
  }
  const begun = Date.now();
  const problem = await playCase(theatre, one).then(
    (outcome) => difference(outcome, one.differs?.(measure) ?? measure),
    (error: unknown) => String(error),
  );
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  console.log(`${problem ? 'FAIL' : 'ok  '} ${seconds.padStart(5)} s  ${one.id}`);
  if (problem === null) return true;
  console.log(problem.replace(/^/gm, '       '));
  await theatre.house.cancel();
  await theatre.house.ready();
  return false;
}

function difference(outcome: Outcome, wanted: Outcome): string | null {
  try {
    deepStrictEqual(outcome, wanted);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
