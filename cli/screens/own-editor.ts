import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Lets somebody write in the editor that they have chosen (`VISUAL`, `EDITOR`); answers with what they wrote. */
export async function writeInEditor(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oasc-writing-'));
  const file = join(folder, 'text.txt');
  try {
    await writeFile(file, text, { mode: 0o600 });
    const [program = 'vi', ...words] = (process.env['VISUAL'] ?? process.env['EDITOR'] ?? 'vi').split(' ');
    await new Promise<void>((resolve, reject) => {
      spawn(program, [...words, file], { stdio: 'inherit' })
        .on('error', reject)
        .on('exit', () => resolve());
    });
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
