import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { sha256 } from '../../domain/canonical.ts';
import { type CaughtMail, openMailFolder } from '../../worker/adapters/mail-folder.ts';

/**
 * How the receiver behaves to the next mail of an address: says no for ever, says later, says later once and takes it
 * then, takes it and dies before it has said so, or takes it and never says so.
 */
export type Mood = 'refuse' | 'defer' | 'die-after-data';

/** A mail server that stands for all receivers, and counts what it took. */
export type PostOffice = {
  url: string;
  /** How the next mail to an address is received; afterwards all is well again. */
  next(to: string, mood: Mood): void;
  /** Whether the mood was met by a mail. */
  metMood(to: string): boolean;
  mails(): Promise<CaughtMail[]>;
  /** By Message-ID, the fingerprint of every copy that was taken. */
  copies(to: (address: string) => boolean): Promise<Map<string, string[]>>;
  stop(): Promise<void>;
};

type Connections = Set<{ id: string; _socket: { destroy(): void } }>;

export async function openPostOffice(folder: string): Promise<PostOffice> {
  const kept = await openMailFolder(folder);
  const moods = new Map<string, Mood>();
  const taken = new Map<string, { to: string; sha256: string }[]>();
  const mood = (to: string) => {
    const now = moods.get(to);
    moods.delete(to);
    return now;
  };
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 200,
    onRcptTo: ({ address }, _session, answer) => {
      if (moods.get(address) !== 'refuse') return answer();
      mood(address);
      answer(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    },
    onData: (stream, session, answer) => {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      buffer(stream)
        .then(async (bytes) => {
          const now = mood(to);
          if (now === 'defer') return answer(Object.assign(new Error('come back later'), { responseCode: 451 }));
          await kept.add(bytes);
          const id = (await kept.all()).at(-1)?.messageId ?? '';
          taken.set(id, [...(taken.get(id) ?? []), { to, sha256: sha256(bytes) }]);
          if (now !== 'die-after-data') return answer(null, 'kept');
          for (const one of server.connections as unknown as Connections)
            if (one.id === session.id) one._socket.destroy();
        })
        .catch(answer);
    },
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: (to, now) => void moods.set(to, now),
    metMood: (to) => !moods.has(to),
    mails: kept.all,
    copies: async (to) =>
      new Map(
        [...taken]
          .filter(([, copies]) => copies.some((copy) => to(copy.to)))
          .map(([id, copies]) => [id, copies.map((copy) => copy.sha256)]),
      ),
    stop: async () => {
      await new Promise<void>((resolve) => server.close(resolve));
      await kept.close();
    },
  };
}
