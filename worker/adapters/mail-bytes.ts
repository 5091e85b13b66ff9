import MailComposer from 'nodemailer/lib/mail-composer';
import { sha256 } from '../../domain/canonical.ts';
import type { Instant } from '../../domain/ids.ts';
import { messageIdOf } from '../../domain/message-id.ts';
import { inOneLine } from '../../templates/shown-text.ts';

/** A mail ready to go. `id` is the delivery's (`tr-izmir.1/mail/3`), `at` its date, `domain` the right side of its Message-ID. */
export type OutgoingMail = {
  id: string;
  from: { name: string; email: string };
  to: { name: string; email: string };
  subject: string;
  text: string;
  html: string;
  at: Instant;
  headers?: Record<string, string>;
  domain: string;
};

/** A mail as it goes over the wire, and from whom to whom the server takes it. */
export type MailBytes = { bytes: Buffer; envelope: { from: string | false; to: string[] } };

/**
 * Writes a mail out. Everything that a library would choose by chance or by the clock is fixed by the mail's id and
 * date, so a retry sends the same bytes under the same Message-ID.
 */
export async function mailBytes(mail: OutgoingMail): Promise<MailBytes> {
  const fingerprint = sha256(mail.id);
  const node = new MailComposer({
    // As objects, since an address put together as text could name more than one person; and a name in one line, since
    // not every mail program that decodes it keeps it from beginning a header.
    from: { name: mail.from.name, address: mail.from.email },
    to: { name: inOneLine(mail.to.name), address: mail.to.email },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: new Date(mail.at),
    messageId: messageIdOf(mail.id, mail.domain),
    headers: { ...mail.headers, 'Auto-Submitted': 'auto-generated' },
    baseBoundary: fingerprint.slice(0, 32),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return { bytes: await node.build(), envelope: node.getEnvelope() };
}
