import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailServer } from './mail-server.ts';

/**
 * Greets a mail server as whoever sends a mail does, and leaves again. Answers with null when it would take our mails, or
 * with a sentence that names OASC_MAIL, what is wrong and what to do.
 */
export async function whyNoMailGoes(server: MailServer): Promise<string | null> {
  const connection = connectionTo(server);
  connection.on('error', () => {});
  try {
    await greet(connection, server);
    connection.quit();
    return null;
  } catch (error) {
    connection.close();
    return `OASC_MAIL: the mail server at ${server.host}:${server.port} takes no mails: ${reasonOf(error)}.`;
  }
}

export function connectionTo(server: MailServer): SMTPConnection {
  const { host, port, encryption = 'if-offered', authorities, name, patience = 60_000 } = server;
  return new SMTPConnection({
    host,
    port,
    secure: encryption === 'from-the-start',
    requireTLS: encryption === 'required',
    ignoreTLS: encryption === 'none',
    ...(name ? { name } : {}),
    ...(authorities ? { tls: { ca: authorities } } : {}),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  });
}

/** Waits until the server has greeted us and, where we have a login, knows us. */
export async function greet(connection: SMTPConnection, { login }: MailServer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error?: unknown) => reject(error ?? new Error('the server ended the conversation'));
    connection.once('error', fail).once('end', fail);
    connection.connect((error) => {
      if (error) fail(error);
      else if (!login) resolve();
      else
        connection.login({ user: login.user, pass: login.password }, (refusal) =>
          refusal ? fail(refusal) : resolve(),
        );
    });
  });
}

function reasonOf(error: unknown): string {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  if (code === 'EAUTH') return `it refuses the user or the password${answered(responseCode)}; correct them`;
  if (/certificate|altname|self.signed/i.test(message ?? ''))
    return `its certificate is not to be trusted (${message}); correct the host, or give its authority as ca`;
  if (code === 'ETLS' || /wrong version number|SSL routines/i.test(message ?? ''))
    return 'it does not encrypt in this way; choose between smtp:// and smtps://, or set tls';
  if (responseCode !== undefined) return `it refuses the conversation${answered(responseCode)}`;
  return `nothing answers there (${message ?? code}); start it, or correct host and port`;
}

function answered(code: number | undefined): string {
  return code === undefined ? '' : `, with ${code}`;
}
