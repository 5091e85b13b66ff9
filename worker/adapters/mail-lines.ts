import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { classified, failed, failureOf } from './mail-failure.ts';
import { connectionTo, greet } from './mail-greeting.ts';
import type { MailServer } from './mail-server.ts';
import { turnsOf } from './turns-of.ts';

/** The open conversations with one mail server: a few at most, each kept for the next mail. */
export type MailLines = {
  /** Hands a free conversation to `work`, which sends one mail in it; whoever comes when all are taken waits. */
  during<Value>(work: (connection: SMTPConnection) => Promise<Value>): Promise<Value>;
  /** Breaks off all of them. */
  close(): void;
};

type Line = { connection: SMTPConnection; mails: number; silence: NodeJS.Timeout | undefined };
type Lines = { server: MailServer; open: Set<Line>; idle: Set<Line>; closed: boolean };

/** Opens conversations with a mail server as they are needed. */
export function openLines(server: MailServer): MailLines {
  const turns = turnsOf(server.connections ?? 4);
  const lines: Lines = { server, open: new Set(), idle: new Set(), closed: false };
  return {
    during: async (work) =>
      await turns.during(async () => {
        const kept = takeIdle(lines);
        if (kept)
          try {
            return await using(lines, kept, work);
          } catch (error) {
            // It had ended before it could be asked: the mail goes in a new one.
            if (!wasDead(error)) throw error;
          }
        return await using(lines, await begin(lines), work);
      }),
    close: () => {
      lines.closed = true;
      for (const { connection } of lines.open) connection.close();
    },
  };
}

async function begin({ server, open, idle, closed }: Lines): Promise<Line> {
  if (closed) throw failed({ kind: 'deferred', code: null });
  const line: Line = { connection: connectionTo(server), mails: 0, silence: undefined };
  open.add(line);
  const forget = () => {
    clearTimeout(line.silence);
    open.delete(line);
    idle.delete(line);
  };
  // A conversation that breaks while nobody uses it is forgotten; without a listener it would end the process.
  line.connection.on('error', forget).on('end', forget);
  try {
    await greet(line.connection, server);
    return line;
  } catch (error) {
    line.connection.close();
    throw failed(classified(error, false));
  }
}

async function using<Value>(
  lines: Lines,
  line: Line,
  work: (connection: SMTPConnection) => Promise<Value>,
): Promise<Value> {
  try {
    const value = await work(line.connection);
    keep(lines, line);
    return value;
  } catch (error) {
    line.connection.close();
    throw error;
  }
}

/** Servers end a conversation that is silent, or in which many mails came: ours ends first. In milliseconds. */
const longestSilence = 10_000;
const mostMails = 100;

function keep({ open, idle }: Lines, line: Line): void {
  line.mails += 1;
  if (!open.has(line)) return;
  if (line.mails >= mostMails) return line.connection.quit();
  idle.add(line);
  line.silence = setTimeout(() => {
    idle.delete(line);
    line.connection.quit();
  }, longestSilence).unref();
}

function takeIdle({ idle }: Lines): Line | undefined {
  const [line] = idle;
  if (line === undefined) return undefined;
  idle.delete(line);
  clearTimeout(line.silence);
  return line;
}

/** Nobody got the mail, and nothing was said about it. */
function wasDead(error: unknown): boolean {
  const { kind, code } = failureOf(error);
  return kind === 'deferred' && (code === null || code === 421);
}
