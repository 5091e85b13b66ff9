import { join } from 'node:path';
import type { Appointed } from '../../service/staff.ts';
import { inOneLine } from '../../templates/shown-text.ts';
import type { Settings } from '../../worker/settings.ts';
import type { Running } from './running.ts';

/** What a terminal shows once everything is open. */
export function openWords(running: Running, settings: Settings, appointed: Appointed | null): string {
  const { address } = running;
  const { dataFolder } = settings;
  return [
    '',
    'oasc is open',
    '',
    ...row('Site', `${address}/`),
    ...row('Portal', `${address}/join`),
    ...row('Staff', 'npx oasc, in another terminal'),
    ...row('Data', dataFolder),
    ...mailRows(settings),
    ...sealRows(settings),
    ...(appointed === null ? [] : firstTime(appointed, dataFolder)),
    '',
    'Ctrl-C closes; everything is kept and goes on at the next start.',
    '',
  ].join('\n');
}

/** Why nothing was started in a folder that is in use. */
export function alreadyOpen(dataFolder: string, running: Running | null): string {
  return running === null
    ? `Another start is opening or closing ${dataFolder} just now. Wait a moment, then try again. Nothing was started.`
    : `oasc is open in this folder already: ${running.address} (process ${running.pid}, since ${running.startedAt}). ` +
        'Nothing was started. To serve another folder, name it: npm start -- --data FOLDER';
}

/** A sentence of the start's own, with the time. */
export function said(at: Date, line: string): string {
  return `${at.toISOString().slice(11, 19)}  ${line}`;
}

/** The line that a terminal shows for a line of a part's log; null for one that is of no interest there. */
export function eventLine(line: string): string | null {
  const entry = fromJson(line);
  if (entry === null) return null;
  const { time, level, process: part, event, msg } = entry;
  const isBad = level === 'error' || level === 'fatal';
  if (typeof event !== 'string' && !isBad) return null;
  const words = typeof event === 'string' ? event : `${String(part)}: ${String(msg)}, see its log`;
  return said(new Date(String(time)), inOneLine(words));
}

function mailRows({ mail, address, dataFolder }: Settings): string[] {
  if (mail === 'catch')
    return [
      '',
      '  MAIL IS ONLY CAUGHT: no mail leaves this machine, so no city hears of anything.',
      `  Each lies in ${join(dataFolder, 'mails')}. To send: OASC_MAIL=smtps://user:password@mail.example.org npm start`,
    ];
  const server = new URL(mail);
  return [
    ...row('Mail', `sent by ${server.host}`),
    ...(address === null
      ? ['', '  ADDRESS IS NOT SET: links in mails lead to this machine, which no city can open. Set ADDRESS.']
      : []),
  ];
}

function sealRows({ seal }: Settings): string[] {
  if (seal.file !== null) return row('Seal', `by the certificate in ${seal.file}`);
  return [
    '',
    "  SEALS ARE ONLY A TEST: letters carry a seal of this installation's own making, and nobody vouches for it.",
    '  To seal with a certificate of yours: OASC_SEAL=seal.p12 OASC_SEAL_PASSWORD=… npm start (RUNBOOK.md)',
  ];
}

function firstTime({ token }: Appointed, dataFolder: string): string[] {
  return [
    '',
    'This is the first start. You are the first administrator, and this is your token, shown this once:',
    `  ${token}`,
    `  It also lies in ${join(dataFolder, 'first-administrator.json')}, where \`npx oasc\` finds it.`,
  ];
}

function row(name: string, value: string): string[] {
  return [`  ${name.padEnd(8)}${value}`];
}

function fromJson(line: string): Record<string, unknown> | null {
  try {
    const entry: unknown = JSON.parse(line);
    return typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
