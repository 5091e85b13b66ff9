import { Client } from '@temporalio/client';
import { missingSearchAttributes, searchAttributes } from '../../worker/search-attributes.ts';
import type { Settings } from '../../worker/settings.ts';
import { versionOf } from '../../worker/temporal-cli/version.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';
import { connectToTemporal } from '../../worker/temporal-connection.ts';
import { temporalPlaceOf } from '../../worker/temporal-place.ts';
import type { Running } from '../start/running.ts';
import { attention, broken, type Finding, well } from './finding.ts';

/** The executable that a start here would use; nothing is fetched for the sake of a look. */
export async function lookAtCli({ startsServer, temporalCli }: Settings): Promise<Finding> {
  if (!startsServer) return well('cli', 'not needed: Temporal’s server is elsewhere');
  const named = temporalCli === null ? {} : { OASC_TEMPORAL_CLI: temporalCli };
  try {
    const path = await findTemporalCli({ say: () => {}, environment: { ...process.env, ...named }, fetchers: [] });
    return well('cli', `Temporal CLI ${await versionOf(path)} (${path})`);
  } catch (error) {
    if (temporalCli !== null) throw error;
    return attention('cli', 'Temporal’s server is not on this machine yet', 'The next start fetches it (45 MB, once).');
  }
}

/**
 * The server that runs, or that the settings name, and whether it knows our search attributes. Throws the sentence that
 * names the setting where it cannot be reached.
 */
export async function lookAtServer(settings: Settings, running: Running | null): Promise<Finding[]> {
  const place = settings.startsServer ? running?.temporal : temporalPlaceOf(settings.temporal);
  if (place === undefined) return [well('server', 'started by npm start, on the data folder’s temporal.db')];
  const { address, namespace } = place;
  const began = performance.now();
  const connection = await connectToTemporal(place, 5000);
  const answered = Math.round(performance.now() - began);
  try {
    const server = well('server', `Temporal at ${address}, namespace ${namespace}, answers in ${answered} ms`);
    return [server, await lookAtSearchAttributes(new Client({ connection, namespace }))];
  } finally {
    await connection.close();
  }
}

async function lookAtSearchAttributes(client: Client): Promise<Finding> {
  const missing = await missingSearchAttributes(client);
  if (missing.length === 0) return well('search attributes', Object.keys(searchAttributes).join(', '));
  const { namespace } = client.options;
  return broken(
    'search attributes',
    `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not registered in ${namespace}`,
    `The worker registers them at its start, if it may; else: ${missing
      .map(
        (name) =>
          `temporal operator search-attribute create --namespace ${namespace} --name ${name} --type ${searchAttributes[name]}`,
      )
      .join(' && ')}`,
  );
}
