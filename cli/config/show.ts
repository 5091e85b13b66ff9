import { table } from '../../worker/settings/table.ts';
import type { SettingsRead } from '../../worker/settings.ts';
import { table as inColumns } from '../commands/table.ts';
import type { Said } from '../commands/verb.ts';
import { settingsMeant } from '../settings-meant.ts';
import { Troubled } from '../trouble.ts';

/** One setting as it counts: its value in words, and whether environment, file or nobody said so. */
export type Shown = { name: string; value: string | null; origin: 'environment' | 'file' | 'default'; about: string };

/** Shows every setting with where it comes from; what is secret is masked, whoever asks. */
export async function showConfig(data: string | undefined): Promise<Said> {
  const settings = await settingsMeant(data);
  if (!settings.ok) throw new Troubled('invalid', 'The settings are wrong.', { problems: settings.problems });
  const { dataFolder } = settings.value;
  const shown = shownOf(settings.value);
  const rows = shown.map(({ name, value, origin, about }) => [name, value ?? '–', origin, about]);
  const file = `The file is ${dataFolder}/oasc.json; the environment wins over it.`;
  const seal =
    settings.value.seal.file === null
      ? '\nSEALS ARE ONLY A TEST: nobody vouches for them. RUNBOOK.md says how to use a certificate of yours.'
      : '';
  return {
    data: { dataFolder, settings: shown },
    words: `${inColumns(['SETTING', 'VALUE', 'SAID BY', 'WHAT IT IS'], rows)}\n\n${file}${seal}`,
  };
}

function shownOf(settings: SettingsRead): Shown[] {
  const { given } = settings;
  const known = Object.entries(table)
    .filter(([, kind]) => !('tests' in kind))
    .map(([name, { about }]): Shown => {
      const one = given.find((other) => other.name === name);
      if (one) return { name, value: one.secret ? masked(one.value) : one.value, origin: one.origin, about };
      return { name, value: standard(settings)[name] ?? null, origin: 'default', about };
    });
  const temporals = given
    .filter((one) => one.temporals)
    .map(({ name, value, secret, origin }): Shown => {
      return { name, value: secret ? hidden : value, origin, about: 'Temporal’s own environment configuration' };
    });
  return [...known, ...temporals];
}

/** What counts where nobody said anything. */
function standard({
  dataFolder,
  host,
  port,
  documents,
  mail,
  networkFile,
  logLevel,
}: SettingsRead): Record<string, string> {
  return {
    OASC_DATA: dataFolder,
    HOST: host,
    PORT: String(port),
    OASC_DOCUMENTS: documents,
    OASC_MAIL: mail,
    OASC_SEAL: 'a TEST seal',
    OASC_NETWORK: networkFile,
    OASC_LOG_LEVEL: logLevel,
  };
}

const hidden = '••••••';

/** An address without its password; anything else that is secret is hidden whole. */
function masked(value: string): string {
  if (!URL.canParse(value)) return value === 'catch' ? value : hidden;
  const url = new URL(value);
  const user = url.username === '' ? '' : `${url.username}${url.password === '' ? '' : `:${hidden}`}@`;
  return `${url.protocol}//${user}${url.host}${url.pathname}`;
}
