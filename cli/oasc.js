#!/usr/bin/env node
// Runs the built command on the Node that the project brings along, also when an older one was found first.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const node = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (!existsSync(main)) {
  process.stderr.write('oasc is not built yet. Run: npm install\n');
  process.exitCode = 1;
} else if (Number(process.versions.node.split('.')[0]) >= 24 || !existsSync(node)) {
  const { run } = await import(main);
  await run(process.argv.slice(2));
} else {
  const own = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // Whoever interrupts waits for what must be cleared away, so this process ends after the one that it started.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => own.kill(signal));
  own.on('exit', (status, signal) => {
    process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
