import { messageIdOf } from '../../domain/message-id.ts';

/** A report as mail servers send it (RFC 3464) about one of our mails, with folded lines as they have them. */
export function reportOf(mail: string, { action = 'failed', status = '5.1.1' } = {}): string {
  return [
    'From: MAILER-DAEMON@mx.camliova.example',
    'To: join@oasc.example',
    'Subject: Undelivered mail',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.camliova.example',
    '',
    'Final-Recipient: rfc822; mayor@camliova.example',
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 5.1.1',
    '  no such mailbox',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID:\r\n ${messageIdOf(mail, 'oasc.example')}`,
    'Subject: read and sign the letter',
    '--b--',
    '',
  ].join('\r\n');
}
