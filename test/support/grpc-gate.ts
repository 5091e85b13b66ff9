import { once } from 'node:events';
import { connect, createSecureServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import type { SelfSigned } from './certificates.ts';

/** An encrypted gate before a Temporal server, which lets through only who shows the key; as a cluster in a cloud has it. */
export type GrpcGate = { address: string; stop(): Promise<void> };

const unknownCaller = {
  ':status': 200,
  'content-type': 'application/grpc',
  'grpc-status': '16',
  'grpc-message': 'who?',
};

export async function openGrpcGate(behind: string, { key, cert }: SelfSigned, apiKey: string): Promise<GrpcGate> {
  const server = connect(`http://${behind}`);
  const gate = createSecureServer({ key, cert });
  gate.on('stream', (stream, headers) => {
    if (headers.authorization === `Bearer ${apiKey}`) pass(stream, headers);
    else stream.respond(unknownCaller, { endStream: true });
  });
  const pass = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    const inner = server.request(headers);
    let trailers = {};
    inner.on('trailers', (given) => (trailers = given));
    inner.on('response', (given) => stream.respond(given, { waitForTrailers: true }));
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
    for (const one of [inner, stream]) one.on('error', () => {});
    stream.on('close', () => inner.close());
    stream.pipe(inner).pipe(stream);
  };
  gate.listen(0, '127.0.0.1');
  await once(gate, 'listening');
  return {
    address: `127.0.0.1:${(gate.address() as AddressInfo).port}`,
    stop: async () => {
      server.destroy();
      gate.close();
    },
  };
}
