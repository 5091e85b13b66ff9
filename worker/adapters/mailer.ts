import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { emailAddress } from '../../domain/text.ts';
import { type MailBytes, mailBytes, type OutgoingMail } from './mail-bytes.ts';
import { classified, failed, failureOf, type MailFailure } from './mail-failure.ts';

export { failureOf, type MailFailure, type OutgoingMail };

export type Mailer = {
  /** Sends one mail and answers with what the server said; throws an error that `failureOf` explains. */
  send(mail: OutgoingMail): Promise<{ response: string }>;
  /** Breaks off what is being sent. */
  close(): void;
};

/** Sends mails to an SMTP server; `patience` is how many milliseconds its silence is borne. */
export function createMailer({
  host,
  port,
  patience = 60_000,
}: {
  host: string;
  port: number;
  patience?: number;
}): Mailer {
  const open = new Set<SMTPConnection>();
  return {
    send: async (mail) => {
      const written = await writtenOut(mail);
      const connection = new SMTPConnection({
        host,
        port,
        connectionTimeout: patience,
        greetingTimeout: patience,
        socketTimeout: patience,
      });
      open.add(connection);
      try {
        return { response: withoutAddresses(await handOver(connection, written)) };
      } finally {
        open.delete(connection);
        connection.close();
      }
    },
    close: () => {
      for (const connection of open) connection.close();
    },
  };
}

/** The bytes of a mail; one that cannot be written out is refused, without a word of it in the error. */
async function writtenOut(mail: OutgoingMail): Promise<MailBytes> {
  const plain = [mail.from, mail.to].every(({ email }) => emailAddress.safeParse(email).success);
  const bytes = plain ? await mailBytes(mail).catch(() => null) : null;
  if (bytes === null) throw failed({ kind: 'refused', code: null });
  return bytes;
}

/** One conversation with the server, up to its answer to the text of the mail. */
async function handOver(connection: SMTPConnection, { bytes, envelope }: MailBytes): Promise<string> {
  let handedOver = false;
  // The text is first read when the server has said that it takes it: until then nobody can have got the mail.
  const text = Readable.from(
    (function* () {
      handedOver = true;
      yield bytes;
    })(),
  );
  return await new Promise<string>((resolve, reject) => {
    const fail = (error?: unknown) => reject(failed(classified(error, handedOver)));
    connection.once('error', fail);
    // The end is told before the server's last answer, which says more.
    connection.once('end', () => setImmediate(fail));
    connection.connect((error) => {
      if (error) return fail(error);
      connection.send(envelope, text, (refusal, info) => (refusal ? fail(refusal) : resolve(info.response)));
    });
  });
}

/** Some servers repeat the address in their answer, and answers are kept as receipts. */
function withoutAddresses(response: string): string {
  return response.replace(/\S*@\S*/g, '...');
}
