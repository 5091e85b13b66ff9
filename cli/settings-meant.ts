import { resolve } from 'node:path';
import type { Parsed } from '../domain/problems.ts';
import { readSettings, type SettingsRead } from '../worker/settings.ts';
import { whereCallerStands } from './data-folder.ts';

/** The settings of the data folder that is named, or else of the usual one. */
export async function settingsMeant(data: string | undefined): Promise<Parsed<SettingsRead>> {
  if (data === undefined) return await readSettings();
  return await readSettings({ env: { ...process.env, OASC_DATA: resolve(whereCallerStands(), data) } });
}
