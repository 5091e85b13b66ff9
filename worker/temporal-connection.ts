import { Connection, isGrpcServiceError } from '@temporalio/client';
import { connectionOptionsOf, type TemporalPlace } from './temporal-place.ts';

/** gRPC's own numbers (grpc.github.io, status codes). */
const status = { invalid: 3, deadline: 4, notFound: 5, forbidden: 7, unavailable: 14, unknownCaller: 16 };

/**
 * Connects to Temporal and asks for the namespace, so that what is wrong shows at once. Throws a sentence that names the
 * setting, what is wrong and what to do.
 */
export async function connectToTemporal(place: TemporalPlace, patience = 10_000): Promise<Connection> {
  const { address, namespace } = place;
  const connection = Connection.lazy({ ...connectionOptionsOf(place), connectTimeout: patience });
  try {
    await connection.withDeadline(Date.now() + patience, () =>
      connection.workflowService.describeNamespace({ namespace }),
    );
    return connection;
  } catch (error) {
    await connection.close();
    throw new Error(whyNot(place, error), { cause: error });
  }

  function whyNot({ keys = {} }: TemporalPlace, error: unknown): string {
    const { code, details } = isGrpcServiceError(error) ? error : { code: null, details: String(error) };
    switch (code) {
      case status.notFound:
        return `TEMPORAL_NAMESPACE: the server at ${address} has no namespace ${namespace}; create it (temporal operator namespace create --namespace ${namespace}), or correct the name.`;
      case status.unknownCaller:
      case status.forbidden:
        return keys.apiKey === undefined
          ? `TEMPORAL_API_KEY: the server at ${address} wants to know who calls; give a key, or a certificate (TEMPORAL_TLS_CLIENT_CERT_PATH).`
          : `TEMPORAL_API_KEY: the server at ${address} refuses this key for the namespace ${namespace}; correct one of them.`;
      default:
        return `TEMPORAL_ADDRESS: nothing that we understand answers at ${address} (${details}); start the server, correct the address, or set TEMPORAL_TLS as the server wants it.`;
    }
  }
}
