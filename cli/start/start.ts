import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Problem } from '../../domain/problems.ts';
import { lookAtSealSettings } from '../../worker/adapters/seal/look-at-settings.ts';
import { WrongSealSetting } from '../../worker/adapters/seal/wrong-setting.ts';
import { readSettings, type Settings } from '../../worker/settings.ts';
import { type Trouble, tell } from '../trouble.ts';
import { holdFolder } from './hold.ts';
import { waitForLeftovers } from './leftovers.ts';
import { type LogFile, openLogFile } from './log-file.ts';
import { forgetRunning, isAlive, readRunning } from './running.ts';
import { openService, type Service } from './service.ts';
import { alreadyOpen, eventLine, openWords, said } from './words.ts';

export type StartOptions = { data?: string; json: boolean };

/**
 * Opens for business, until Ctrl-C or SIGTERM: server, worker, web and, where nobody said otherwise, a catcher of mails.
 * A folder that another start has open is left alone.
 */
export async function start({ data, json }: StartOptions): Promise<void> {
  const interrupted = whenInterrupted();
  if (data !== undefined) process.env['OASC_DATA'] = resolve(process.env['INIT_CWD'] ?? process.cwd(), data);
  const settings = await readSettings();
  if (!settings.ok) {
    const { problems } = settings;
    return tell({ code: 'invalid', message: 'The settings are wrong. Nothing was started.', problems }, json);
  }
  const wrong = await wrongWithTheSeal(settings.value);
  if (wrong.length > 0)
    return tell(
      { code: 'invalid', message: 'The seal is not set up rightly. Nothing was started.', problems: wrong },
      json,
    );
  const { dataFolder } = settings.value;
  const hold = await holdFolder(dataFolder);
  if (hold === null) return tell(await refusal(dataFolder), json);
  try {
    await run(settings.value, { json, interrupted });
  } catch (error) {
    tell({ code: 'fault', message: error instanceof Error ? error.message : String(error), problems: [] }, json);
  } finally {
    hold.letGo();
  }
}

/** Asked before anything is opened: a letter that waits for a key for days helps nobody. */
async function wrongWithTheSeal({ seal }: Settings): Promise<Problem[]> {
  try {
    await lookAtSealSettings(seal);
    return [];
  } catch (error) {
    if (error instanceof WrongSealSetting) return [{ file: 'settings', path: error.setting, message: error.why }];
    throw error;
  }
}

type Interruption = { isRaised(): boolean; raised: Promise<void> };

async function run(
  settings: Settings,
  { json, interrupted }: { json: boolean; interrupted: Interruption },
): Promise<void> {
  const { dataFolder } = settings;
  const write = (line: string) => void (json ? process.stderr : process.stdout).write(`${line}\n`);
  const log = await openStartLog(dataFolder);
  const say = (line: string) => {
    const at = new Date();
    log.write(JSON.stringify({ level: 'info', time: at.toISOString(), process: 'start', msg: line }));
    write(said(at, line));
  };
  const before = await readRunning(dataFolder);
  if (before) await waitForLeftovers(before, say);
  const onLine = (line: string) => {
    const event = eventLine(line);
    if (event !== null) write(event);
  };
  try {
    // Whoever interrupts while it opens waits until it is open: half an opening cannot be closed cleanly.
    const service = await openService(settings, { say, onLine });
    if (!interrupted.isRaised()) show(service, settings, { json, write });
    await interrupted.raised;
    say('Closing: what is under way is finished');
    await service.stop();
    say('Closed');
  } finally {
    // Only here: while parts of an earlier start are left, the note of them must stay.
    await forgetRunning(dataFolder);
    log.close();
  }
}

async function openStartLog(dataFolder: string): Promise<LogFile> {
  const logs = join(dataFolder, 'logs');
  await mkdir(logs, { recursive: true, mode: 0o700 });
  return openLogFile(join(logs, 'start.log'));
}

function show(
  { running, appointed }: Service,
  settings: Settings,
  { json, write }: { json: boolean; write(line: string): void },
): void {
  if (json) process.stdout.write(`${JSON.stringify(running)}\n`);
  else write(openWords(running, settings, appointed));
}

async function refusal(dataFolder: string): Promise<Trouble> {
  const running = await readRunning(dataFolder);
  const isOpen = running !== null && (await isAlive(running, dataFolder));
  return { code: 'refused', message: alreadyOpen(dataFolder, isOpen ? running : null), problems: [] };
}

/** Ctrl-C comes more than once, from the terminal and from npm: only the first counts. */
function whenInterrupted(): Interruption {
  let isRaised = false;
  const raised = new Promise<void>((answer) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        isRaised = true;
        answer();
      });
  });
  return { raised, isRaised: () => isRaised };
}
