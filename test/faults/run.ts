import { deepStrictEqual } from 'node:assert';
import { parseArgs } from 'node:util';
import { faultCases } from './cases.ts';
import type { Outcome } from './outcome.ts';
import { openTheatre, playCase, playWithout } from './theatre.ts';
import type { Signing } from './towns.ts';

// Plays every case of the table on one house: `npm run faults [-- --only TEXT] [--list]`.
const { values } = parseArgs({ options: { only: { type: 'string' }, list: { type: 'boolean' } } });
const chosen = faultCases().filter(({ id }) => values.only === undefined || id.includes(values.only));
if (values.list) console.log(chosen.map(({ id }) => id).join('\n'));
else process.exitCode = await playAll();

async function playAll(): Promise<number> {
  const theatre = await openTheatre();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void theatre.close().then(() => process.exit(130)));
  const failed: string[] = [];
  try {
    const without = new Map<Signing, Outcome>();
    for (const signing of new Set(chosen.map((one) => one.signing)))
      without.set(signing, await playWithout(theatre, signing));
    for (const [index, one] of chosen.entries()) {
      const begun = Date.now();
      const measure = without.get(one.signing) as Outcome;
      const problem = await problemOf(async () => {
        deepStrictEqual(await playCase(theatre, one), one.differs?.(measure) ?? measure);
      });
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      console.log(`${problem ? 'FAIL' : 'ok  '} ${index + 1}/${chosen.length} ${seconds} s  ${one.id}`);
      if (problem) {
        failed.push(one.id);
        await theatre.house.cancel();
        await theatre.house.ready();
        console.log(problem.replace(/^/gm, '       '));
      }
    }
  } finally {
    await theatre.close();
  }
  console.log(
    `${chosen.length} cases: ${chosen.length - failed.length} end as without the fault, ${failed.length} do not`,
  );
  return failed.length > 0 ? 1 : 0;
}

async function problemOf(play: () => Promise<void>): Promise<string | null> {
  try {
    await play();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
