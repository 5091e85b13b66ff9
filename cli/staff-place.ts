import { addressIn, dataFolderMeant, tokenIn } from './data-folder.ts';
import { Troubled } from './trouble.ts';

/** Where the staff API is, without a slash at its end, and who asks. */
export type StaffPlace = { url: string; token: string };

/**
 * Finds the service and the token: in the data folder that is named; else as `OASC_URL` and `OASC_TOKEN` say; else in the
 * usual data folder. A folder's token is sent to that folder's own service only.
 */
export async function staffPlace({ data }: { data?: string | undefined } = {}): Promise<StaffPlace> {
  const folder = dataFolderMeant(data);
  const [running, kept] = [await addressIn(folder), await tokenIn(folder)];
  const given = data === undefined ? process.env : {};
  const url = given['OASC_URL'] ?? running;
  if (url === null) throw new Troubled('unreachable', notRunning(folder));
  if (!isWebAddress(url)) throw new Troubled('usage', `OASC_URL is not a web address: ${url}`);
  const address = url.replace(/\/+$/, '');
  const token = given['OASC_TOKEN'] ?? (address === running ? kept : null);
  if (token === null)
    throw new Troubled('usage', `No token for ${address} is known: set OASC_TOKEN to the one that you were given.`);
  return { url: address, token };
}

function notRunning(folder: string): string {
  return `oasc is not running in ${folder}: start it with npm start, or set OASC_URL and OASC_TOKEN.`;
}

function isWebAddress(written: string): boolean {
  return URL.canParse(written) && /^https?:$/.test(new URL(written).protocol);
}
