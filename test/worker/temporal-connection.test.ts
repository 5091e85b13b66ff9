import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { type DevServer, startDevServer } from '../../worker/dev-server.ts';
import { findTemporalCli } from '../../worker/temporal-cli.ts';
import { connectToTemporal } from '../../worker/temporal-connection.ts';
import { connectionOptionsOf, temporalPlaceOf } from '../../worker/temporal-place.ts';
import { selfSigned } from '../support/certificates.ts';
import { dataFolder } from '../support/data-folders.ts';
import { openGrpcGate } from '../support/grpc-gate.ts';
import { openService, runOasc, within } from '../support/service.ts';
import { sampleFolder } from '../support/towns.ts';

const day = 86_400;
let server: DevServer;

beforeAll(async () => {
  // A server that somebody else runs: it knows nothing of us, neither a namespace nor a search attribute.
  server = await startDevServer({ cli: await findTemporalCli({ say: () => {} }) });
  const connection = await connectToTemporal({ address: server.address, namespace: 'default' });
  await connection.workflowService.registerNamespace({
    namespace: 'towns',
    workflowExecutionRetentionPeriod: { seconds: day as never },
  });
  await connection.close();
}, 60_000);
afterAll(async () => await server.stop());

test('Cities are carried on a server that runs already, in a namespace of their own', async () => {
  const temporal = { TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: 'towns' };
  await within(30_000, 'the namespace to be known', async () =>
    connectToTemporal(temporalPlaceOf(temporal)).then(
      async (connection) => {
        await connection.close();
        return true;
      },
      () => false,
    ),
  );
  const folder = await dataFolder();
  const service = await openService(folder, temporal);
  expect([service.running.temporal, service.running.processes.server]).toEqual([
    { address: server.address, namespace: 'towns' },
    null,
  ]);
  const application = join(sampleFolder, 'cities', 'camliova', 'application.json');
  expect((await runOasc(['application', 'submit', application, '--evidence', 'mail', '--json'], folder)).code).toBe(0);
  const connection = await connectToTemporal(temporalPlaceOf(temporal));
  const client = new Client({ connection, namespace: 'towns' });
  await within(30_000, 'the case to be found by its stage', async () => {
    const { count } = await client.workflow.count("OascStage = 'review' AND OascCountry = 'TR'");
    return count === 1;
  });
  await client.workflow.getHandle('onboarding/tr-camliova.1').describe();
  expect((await service.stop()).code).toBe(0);
  // It is not ours to end.
  await connection.workflowService.describeNamespace({ namespace: 'towns' });
  await connection.close();
}, 120_000);

test('A server behind encryption and a key is reached by client and worker alike, and refuses another key', async () => {
  const folder = await dataFolder();
  const own = selfSigned(folder);
  const gate = await openGrpcGate(server.address, own, 'invented-key');
  const given = { TEMPORAL_ADDRESS: gate.address, TEMPORAL_TLS_SERVER_CA_CERT_PATH: own.certFile };
  const place = temporalPlaceOf({ ...given, TEMPORAL_API_KEY: 'invented-key' });
  await (await connectToTemporal(place)).close();
  await (await NativeConnection.connect(connectionOptionsOf(place))).close();
  await expect(connectToTemporal(temporalPlaceOf({ ...given, TEMPORAL_API_KEY: 'another' }))).rejects.toThrow(
    `TEMPORAL_API_KEY: the server at ${gate.address} refuses this key for the namespace default; correct one of them.`,
  );
  await expect(connectToTemporal(temporalPlaceOf(given))).rejects.toThrow(
    `TEMPORAL_API_KEY: the server at ${gate.address} wants to know who calls; give a key, or a certificate (TEMPORAL_TLS_CLIENT_CERT_PATH).`,
  );
  const strangers = temporalPlaceOf({ TEMPORAL_ADDRESS: gate.address, TEMPORAL_API_KEY: 'invented-key' });
  await expect(connectToTemporal(strangers, 2000)).rejects.toThrow(/^TEMPORAL_ADDRESS: nothing that we understand/);
  await gate.stop();
}, 60_000);

describe('What cannot be reached is told by the name of its setting', () => {
  test('a namespace that is not there', async () => {
    await expect(connectToTemporal({ address: server.address, namespace: 'villages' })).rejects.toThrow(
      `TEMPORAL_NAMESPACE: the server at ${server.address} has no namespace villages; create it (temporal operator namespace create --namespace villages), or correct the name.`,
    );
  });

  test('a server that is not there', async () => {
    await expect(connectToTemporal({ address: '127.0.0.1:1', namespace: 'towns' }, 1500)).rejects.toThrow(
      /^TEMPORAL_ADDRESS: nothing that we understand answers at 127\.0\.0\.1:1 \(.+\); start the server, correct the address, or set TEMPORAL_TLS as the server wants it\.$/,
    );
  });

  test('start says so, and opens nothing', async () => {
    const given = { TEMPORAL_ADDRESS: server.address, TEMPORAL_NAMESPACE: 'villages' };
    const { code, stderr } = await runOasc(['start'], await dataFolder(), given);
    expect([code, stderr]).toEqual([1, expect.stringContaining(`TEMPORAL_NAMESPACE: the server at ${server.address}`)]);
  }, 60_000);
});
