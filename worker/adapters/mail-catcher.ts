import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { type CaughtMail, openMailFolder } from './mail-folder.ts';

export type { CaughtMail };

export type MailCatcher = {
  host: '127.0.0.1';
  port: number;
  /** Every mail in the folder, in the order of arrival. */
  mails(): Promise<CaughtMail[]>;
  /** The first mail that matches, of those that are there or else of those that come within so many milliseconds. */
  waitFor(match: (mail: CaughtMail) => boolean, milliseconds: number): Promise<CaughtMail>;
  stop(): Promise<void>;
};

const largest = 30 * 1024 * 1024;

/**
 * A mail server that keeps what it gets instead of passing it on: on loopback, at a free port unless one is named, each
 * mail whole in a file of the folder. Mails that were caught there before are kept, and their numbers go on.
 */
export async function startMailCatcher({ folder, port = 0 }: { folder: string; port?: number }): Promise<MailCatcher> {
  const kept = await openMailFolder(folder);
  const server = new SMTPServer({
    name: 'mail-catcher',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    rejectOversized: true,
    closeTimeout: 500,
    onData: (stream, _session, answer) => {
      buffer(stream)
        .then((bytes) => (stream.sizeExceeded ? null : kept.add(bytes)))
        .then(() => answer(null, 'kept'), answer);
    },
  });
  // A client that breaks off is its own affair; without a listener it would end the process.
  server.on('error', () => {});
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    host: '127.0.0.1',
    port: portOf(server.server.address()),
    mails: kept.all,
    waitFor: kept.waitFor,
    stop: async () => {
      await new Promise<void>((resolve) => server.close(resolve));
      await kept.close();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The mail catcher has no port.');
  return address.port;
}
