import { addressIn, dataFolderMeant, processIn, tokenIn } from './data-folder.ts';
import { Troubled } from './trouble.ts';

/** Where the staff API is, without a slash at its end, and who asks; null where it does not matter. */
export type StaffPlace = { url: string; token: string | null };

/**
 * Finds the service and the token: in the data folder that is named; else as `OASC_URL` and `OASC_TOKEN` say; else in the
 * usual data folder. A folder's token is sent to that folder's own service only.
 */
export async function staffPlace({ data }: { data?: string | undefined } = {}): Promise<StaffPlace> {
  const { url, running, folder } = await addressMeant(data);
  const given = data === undefined ? process.env['OASC_TOKEN'] || null : null;
  const token = given ?? (url === running ? await tokenIn(folder) : null);
  if (token !== null) return { url, token };
  throw new Troubled('usage', `No token for ${url} is known: set OASC_TOKEN to the one that you were given.`);
}

/** Where the service is, for what needs no account. */
export async function publicPlace({ data }: { data?: string | undefined } = {}): Promise<StaffPlace> {
  return { url: (await addressMeant(data)).url, token: null };
}

/** How long a service that does not answer is tried again, in milliseconds: while its `start` runs, it begins a dead part anew. */
export async function reopens(data: string | undefined): Promise<number> {
  if (data === undefined && process.env['OASC_URL']) return 0;
  const pid = await processIn(dataFolderMeant(data));
  return pid !== null && isThere(pid) ? 5000 : 0;
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function addressMeant(
  data: string | undefined,
): Promise<{ url: string; running: string | null; folder: string }> {
  const folder = dataFolderMeant(data);
  const running = await addressIn(folder);
  const url = (data === undefined ? process.env['OASC_URL'] || null : null) ?? running;
  if (url === null) throw new Troubled('unreachable', notRunning(folder));
  if (!isWebAddress(url)) throw new Troubled('usage', `OASC_URL is not a web address: ${url}`);
  return { url: url.replace(/\/+$/, ''), running, folder };
}

function notRunning(folder: string): string {
  return `oasc is not running in ${folder}: start it with npm start, or set OASC_URL and OASC_TOKEN.`;
}

function isWebAddress(written: string): boolean {
  return URL.canParse(written) && /^https?:$/.test(new URL(written).protocol);
}
