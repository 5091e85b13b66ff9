import { askTimestamp } from './ask-timestamp.ts';
import { type Authority, openAuthority, type SealSettings } from './authority.ts';
import { createSeal, type Seal } from './seal.ts';

/** Where nobody said anything: a test authority, and no trusted time. */
export const nothingSet: SealSettings = {
  file: null,
  password: '',
  roots: null,
  timestamp: null,
  timestampRoots: null,
  timestampPolicy: null,
  trustedList: null,
  trustedListSigner: null,
};

/** Opens who seals in a data folder and the seal itself; what is wrong with it is refused here, before anything is sealed. */
export async function openSeal(
  dataFolder: string,
  settings: SealSettings,
  organisation: string,
): Promise<{ authority: Authority; seal: Seal }> {
  const authority = await openAuthority(dataFolder, settings, organisation);
  const { timestamp: url, timestampPolicy: policy } = settings;
  if (url === null) return { authority, seal: createSeal(authority) };
  const stamp = askTimestamp({ url, roots: authority.timestampRoots, policy });
  return { authority, seal: createSeal(authority, stamp) };
}
