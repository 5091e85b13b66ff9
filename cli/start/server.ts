import { join } from 'node:path';
import { startDevServer } from '../../worker/dev-server.ts';
import { freePort } from '../../worker/free-port.ts';
import { searchAttributes } from '../../worker/search-attributes.ts';
import type { Settings } from '../../worker/settings.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';
import { connectToTemporal } from '../../worker/temporal-connection.ts';
import { type TemporalPlace, temporalPlaceOf } from '../../worker/temporal-place.ts';
import type { Kept } from './keep-running.ts';
import type { Opening } from './opening.ts';

/** Temporal as the parts find it; `kept` is null where it was not started here. */
export type Server = { kept: Kept | null; temporal: TemporalPlace; env: NodeJS.ProcessEnv };

/** Starts Temporal's development server on the data folder's file, unless the settings name another. */
export async function openServer(settings: Settings, opening: Opening): Promise<Server> {
  const { dataFolder, temporalCli, temporal } = settings;
  if (!settings.startsServer) {
    const place = temporalPlaceOf(temporal);
    await (await connectToTemporal(place)).close();
    return { kept: null, temporal: place, env: temporal };
  }
  const named = temporalCli === null ? {} : { OASC_TEMPORAL_CLI: temporalCli };
  const cli = await findTemporalCli({ say: opening.telling.say, environment: { ...process.env, ...named } });
  // Its port stays the same for as long as this start lasts, so that everybody finds it again after it was started anew.
  const port = await freePort();
  const options = {
    cli,
    port,
    databaseFile: join(dataFolder, 'temporal.db'),
    log: join(opening.logs, 'server.log'),
    searchAttributes,
    timeSkipping: settings.clockFile !== null,
  };
  const kept = await opening.keep('server', async () => {
    const server = await startDevServer(options);
    return { ...server, health: server.address };
  });
  const address = `127.0.0.1:${port}`;
  return {
    kept,
    temporal: { address, namespace: 'default' },
    env: { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: 'default' },
  };
}
