import { existsSync } from 'node:fs';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { attention, broken, type Finding, well } from './finding.ts';

const gigabyte = 1024 ** 3;

export async function lookAtNode(): Promise<Finding> {
  const { node } = process.versions;
  if (Number(node.split('.')[0]) >= 24) return well('node', `Node ${node}`);
  return broken('node', `Node ${node} is too old: 24 is needed`, 'Run npm install here, which brings its own Node 24.');
}

/** Whether the data folder can be written to, and by whom it can be read. */
export async function lookAtFolder(dataFolder: string): Promise<Finding> {
  if (!existsSync(dataFolder))
    return attention('folder', `${dataFolder} is not there yet`, 'The first npm start makes it; or set OASC_DATA.');
  const allowed = await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!allowed)
    return broken(
      'folder',
      `${dataFolder} cannot be written to by this user`,
      `Give it to this user: chown, or run as its owner.`,
    );
  const { mode } = await stat(dataFolder);
  if ((mode & 0o077) !== 0)
    return attention('folder', `${dataFolder} can be read by other users of this machine`, `chmod 700 ${dataFolder}`);
  return well('folder', `${dataFolder}, readable by its owner alone`);
}

export async function lookAtDisk(dataFolder: string): Promise<Finding> {
  let folder = dataFolder;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / gigabyte;
  const what = `${free.toFixed(1)} GB free for the data folder`;
  if (free < 0.2) return broken('disk', what, 'Make room now: nothing can be written down on a full disk.');
  if (free < 2) return attention('disk', what, 'Make room soon: remove old logs and backups, or move the data folder.');
  return well('disk', what);
}

/** A clock that went back would put new entries before old ones; `last` is when the audit's last entry was made. */
export async function lookAtClock(now: string, last: string | null, zone: string | null): Promise<Finding> {
  if (last !== null && Date.parse(now) < Date.parse(last))
    return broken(
      'clock',
      `the clock says ${now}, which is before the last entry of the audit (${last})`,
      'Set the clock of this machine right: turn on NTP (timedatectl set-ntp true).',
    );
  if (Date.parse(now) < Date.parse('2026-01-01'))
    return broken(
      'clock',
      `the clock says ${now}, which has long been over`,
      'Turn on NTP (timedatectl set-ntp true).',
    );
  const there = zone === null ? '' : `, ${hourIn(now, zone)} in ${zone}`;
  return well('clock', `${now.slice(0, 19)}Z${there}`);
}

function hourIn(now: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(now));
}
