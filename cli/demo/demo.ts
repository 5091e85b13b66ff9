import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { uploadRefused } from '../../domain/upload-refused.ts';
import { imageType } from '../../service/planning.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import { createInspector } from '../../worker/adapters/inspection/inspector.ts';
import { projectFolder } from '../../worker/settings.ts';
import { type Trouble, tell } from '../trouble.ts';
import { makeThrowaway, stayUntilNext, type Throwaway } from './data-folder.ts';
import { ending } from './ending.ts';
import { type DemoInput, readInputFolder } from './input-folder.ts';
import { play } from './play.ts';
import { createProgress, type Progress } from './progress.ts';
import { type Summary, summarise } from './report.ts';
import { type System, startSystem } from './system.ts';

export type DemoOptions = { folder?: string | undefined; from: string; json: boolean; keep: boolean };

/**
 * Plays a folder of input (the project's own sample where none is named) on the real system. As JSON it prints one
 * object and nothing else; otherwise it tells each step, and says at the end where to look.
 */
export async function demo({ folder, from, json, keep }: DemoOptions): Promise<void> {
  const place =
    folder === undefined ? join(projectFolder(), 'samples', 'camliova-and-lakowiec') : resolve(from, folder);
  const input = await readInput(place, json);
  if (!input) return;

  const progress = createProgress(
    json ? (line) => process.stderr.write(`${line}\n`) : (line) => process.stdout.write(`${line}\n`),
  );
  const throwaway = await makeThrowaway();
  const stays = !json || keep;
  const interrupted = onInterrupt();
  try {
    if (!json) await stayUntilNext(throwaway.folder);
    const name = folder === undefined ? 'The invented sample' : inOneLine(basename(place));
    await run(input, throwaway, { name, progress, json, stays, interrupted });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tell(interrupted.isRaised() ? interruption : { code: 'fault', message, problems: [] }, json);
  } finally {
    if (!stays) await throwaway.clear();
  }
}

type Run = { name: string; progress: Progress; json: boolean; stays: boolean; interrupted: Interruption };

async function run(
  input: DemoInput,
  { folder }: Throwaway,
  { name, progress, json, stays, interrupted }: Run,
): Promise<void> {
  progress.say(
    `${name}: ${input.cities.length} ${input.cities.length === 1 ? 'city' : 'cities'}, from application to published announcement\n`,
  );
  const system = await startSystem(folder, progress);
  try {
    progress.step('Server, worker, portal and mail catcher have started');
    const played = await Promise.race([play(input, system, progress), interrupted.raised]);
    const summary = await summarise(system, played, input.announcement.cities, stays);
    if (json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    else await show(summary, system, interrupted);
  } finally {
    await system.stop();
  }
}

/** Says where to look; on a terminal the site and the portal stay open until Ctrl-C. */
async function show(summary: Summary, system: System, interrupted: Interruption): Promise<void> {
  const open = process.stdout.isTTY;
  process.stdout.write(ending(summary, open ? system.address : null));
  if (!open) return;
  await interrupted.raised.catch(() => {});
  process.exitCode = 0;
}

async function readInput(folder: string, json: boolean): Promise<DemoInput | null> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    tell(
      {
        code: 'invalid',
        message: 'The input cannot be played: it is no folder. Nothing was started.',
        problems: [{ path: '', file: folder, message: 'is not a folder' }],
      },
      json,
    );
    return null;
  }
  const inspector = createInspector();
  const image = async (file: Uint8Array) => (await imageType(true, file)).why ?? null;
  const scan = async (file: Uint8Array) => {
    const found = await inspector.inspect(file, new Date().toISOString());
    return found.kind === 'refused' ? uploadRefused[found.why] : null;
  };
  const input = await readInputFolder(folder, { image, scan });
  if (input.ok) return input.value;
  const { problems } = input;
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  tell(
    { code: 'invalid', message: `The input cannot be played: ${count} to mend first. Nothing was started.`, problems },
    json,
  );
  return null;
}

const interruption: Trouble = { code: 'interrupted', message: 'The demonstration was interrupted.', problems: [] };

type Interruption = { raised: Promise<never>; isRaised(): boolean };

/** Ctrl-C comes more than once, from the terminal and from npm: only the first counts, and what has started is cleared away. */
function onInterrupt(): Interruption {
  let isRaised = false;
  const raised = new Promise<never>((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        isRaised = true;
        reject(new Error(interruption.message));
      });
  });
  raised.catch(() => {});
  return { raised, isRaised: () => isRaised };
}
