import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeLetter } from '../../templates/letter.ts';
import { camliovasLetter } from '../../test/support/letters.ts';
import { nothingSet, openSeal } from '../../worker/adapters/seal/open-seal.ts';
import { createTypesetter } from '../../worker/adapters/typesetter.ts';
import { median, type Part } from '../figure.ts';

/** How long it takes to seal a letter (baseline B, and read back), against setting that letter. */
export const sealing: Part = async ({ full }) => {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-bench-seal-'));
  try {
    const typeset = createTypesetter();
    const letter = typeset(composeLetter(camliovasLetter));
    const { seal } = await openSeal(folder, nothingSet, camliovasLetter.network.name);
    const at = new Date().toISOString();
    await seal.seal(letter, at);
    const [ours, limit]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < (full ? 200 : 40); turn += 1) {
      limit.push(await took(async () => typeset(composeLetter(camliovasLetter))));
      ours.push(await took(async () => await seal.seal(letter, at)));
    }
    return [
      {
        name: 'sealing a letter',
        unit: 'ms',
        ours: median(ours),
        limit: median(limit),
        beside: 'setting it',
        goal: { at: 'most', ratio: 2.5 },
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
