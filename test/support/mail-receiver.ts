import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { afterEach } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail server that notes who was greeted, and every mail as its bytes. */
export type Receiver = { port: number; mails: Buffer[]; conversations: number; hangUp(): void };

const running: SMTPServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await new Promise<void>((resolve) => server.close(resolve));
});

/** Starts a mail server on loopback, gone after the test. */
export async function startReceiver(options: SMTPServerOptions = {}): Promise<Receiver> {
  const server = new SMTPServer({
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: options.cert === undefined ? ['STARTTLS'] : [],
    closeTimeout: 100,
    onConnect: (_, greet) => {
      receiver.conversations += 1;
      greet();
    },
    onData: (stream, _, answer) => {
      buffer(stream).then((bytes) => {
        receiver.mails.push(bytes);
        answer(null, 'kept');
      }, answer);
    },
    ...options,
  });
  const receiver: Receiver = {
    port: 0,
    mails: [],
    conversations: 0,
    hangUp: () => {
      for (const { _socket } of server.connections as Set<{ _socket: { destroy(): void } }>) _socket.destroy();
    },
  };
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  receiver.port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  running.push(server);
  return receiver;
}
