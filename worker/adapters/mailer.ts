import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import { emailAddress } from '../../domain/text.ts';
import type { DkimSignature } from './dkim.ts';
import { type MailBytes, mailBytes, type OutgoingMail } from './mail-bytes.ts';
import { classified, failed, failureOf, type MailFailure } from './mail-failure.ts';
import { openLines } from './mail-lines.ts';
import type { MailServer } from './mail-server.ts';

export { failureOf, type MailFailure, type OutgoingMail };

export type Mailer = {
  /** Sends one mail and answers with what the server said; throws an error that `failureOf` explains. */
  send(mail: OutgoingMail): Promise<{ response: string }>;
  /** Breaks off what is being sent. */
  close(): void;
};

/** Sends mails to a mail server, signed where there is a signature of ours. */
export function createMailer(server: MailServer, sign: DkimSignature = unsigned): Mailer {
  const lines = openLines(server);
  return {
    send: async (mail) => {
      const { bytes, envelope } = await writtenOut(mail);
      const signed = { envelope, bytes: await sign(bytes) };
      return await lines.during(async (connection) => ({
        response: withoutAddresses(await handOver(connection, signed)),
      }));
    },
    close: lines.close,
  };
}

const unsigned: DkimSignature = async (bytes) => bytes;

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
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const fail = (error?: unknown) => reject(failed(classified(error, handedOver)));
  // The end is told before the server's last answer, which says more.
  const ended = () => setImmediate(fail);
  connection.on('error', fail).on('end', ended);
  connection.send(envelope, text, (refusal, info) => (refusal ? fail(refusal) : resolve(info.response)));
  try {
    return await promise;
  } finally {
    connection.off('error', fail).off('end', ended);
  }
}

/** Some servers repeat the address in their answer, and answers are kept as receipts. */
function withoutAddresses(response: string): string {
  return response.replace(/\S*@\S*/g, '...');
}
