import { Client, Connection } from '@temporalio/client';
import { missingSearchAttributes, searchAttributes } from '../../worker/search-attributes.ts';
import type { Settings } from '../../worker/settings.ts';
import { versionOf } from '../../worker/temporal-cli/version.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';
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

/** The server that runs, or that the settings name, and whether it knows our search attributes. */
export async function lookAtServer(settings: Settings, running: Running | null): Promise<Finding[]> {
  const place = running?.temporal ?? {
    address: settings.temporal['TEMPORAL_ADDRESS'] ?? '',
    namespace: settings.temporal['TEMPORAL_NAMESPACE'] ?? 'default',
  };
  if (running === null && settings.startsServer)
    return [well('server', 'started by npm start, on the data folder’s temporal.db')];
  const { address, namespace } = place;
  const connection = await Connection.connect({ address, connectTimeout: 5000 }).catch(() => null);
  if (connection === null)
    return [
      broken(
        'server',
        `Temporal does not answer at ${address}`,
        'Start it, or correct TEMPORAL_ADDRESS and its TLS settings.',
      ),
    ];
  try {
    const began = performance.now();
    await connection.workflowService.describeNamespace({ namespace });
    const server = well(
      'server',
      `Temporal at ${address}, namespace ${namespace}, answers in ${Math.round(performance.now() - began)} ms`,
    );
    return [server, await lookAtSearchAttributes(new Client({ connection, namespace }))];
  } catch {
    return [
      broken(
        'server',
        `Temporal at ${address} has no namespace ${namespace} for us`,
        `Make it: temporal operator namespace create ${namespace}`,
      ),
    ];
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
