import { inWords, type Part } from './figure.ts';
import { act } from './figures/act.ts';
import { list } from './figures/list.ts';
import { memory } from './figures/memory.ts';
import { onboarding } from './figures/onboarding.ts';
import { recovery } from './figures/recovery.ts';
import { replay } from './figures/replay.ts';
import { sealing } from './figures/sealing.ts';
import { statusPage } from './figures/status-page.ts';
import { terminal } from './figures/terminal.ts';

// Every figure stands beside its limit, measured in the same run on the same machine, and is judged as their ratio.
const parts: Record<string, Part> = {
  onboarding,
  act,
  recovery,
  replay,
  sealing,
  memory,
  'status-page': statusPage,
  list,
  terminal,
};

const words = process.argv.slice(2);
const [json, full] = ['--json', '--full'].map((option) => words.includes(option));
const wanted = words.filter((word) => !word.startsWith('--'));
const unknown = wanted.filter((name) => !(name in parts));

if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}: choose from ${Object.keys(parts).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    process.stderr.write(`${name} …\n`);
    for (const figure of await part({ full: full === true }))
      process.stdout.write(json ? `${JSON.stringify(figure)}\n` : `${inWords(figure)}\n`);
  }
}
