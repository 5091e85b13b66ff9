import { createTransport } from 'nodemailer';
import type { Network } from '../../domain/network.ts';
import { openDkim } from '../../worker/adapters/dkim.ts';
import { mailServerOf } from '../../worker/adapters/mail-server.ts';
import { addressOf, type Settings } from '../../worker/settings.ts';
import { attention, broken, type Finding, well } from './finding.ts';

/** Whether mails go out, by whom, and where their links lead. Nothing is sent for the sake of a look. */
export async function lookAtMail(settings: Settings): Promise<Finding[]> {
  const { mail, address } = settings;
  if (mail === 'catch')
    return [
      attention(
        'mail',
        'mails are only caught: no city hears of anything',
        'Set OASC_MAIL=smtps://user:password@mail.example.org',
      ),
    ];
  const leads =
    address === null
      ? [
          attention(
            'address',
            `links in mails lead to ${addressOf(settings)}, which only this machine can open`,
            'Set ADDRESS to where people reach this service.',
          ),
        ]
      : [];
  return [await lookAtMailServer(mail), ...leads];
}

async function lookAtMailServer(mail: string): Promise<Finding> {
  const { host, port, encryption, login, authorities, name } = mailServerOf(mail);
  const transport = createTransport({
    host,
    port,
    secure: encryption === 'from-the-start',
    requireTLS: encryption === 'required',
    ignoreTLS: encryption === 'none',
    connectionTimeout: 5000,
    greetingTimeout: 5000,
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    ...(authorities ? { tls: { ca: authorities } } : {}),
    ...(name ? { name } : {}),
  });
  try {
    await transport.verify();
    return well('mail', `${host}:${port} answers and lets us in`);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'no answer';
    return broken(
      'mail',
      `the mail server ${host}:${port} does not take mails from us (${code})`,
      'Correct OASC_MAIL: its host, port, user and password. Mails wait meanwhile, none is lost.',
    );
  } finally {
    transport.close();
  }
}

/** The key that signs mails, so that receivers know them as ours. */
export async function lookAtSigning({ dkim, mail }: Settings, network: Network | null): Promise<Finding[]> {
  if (dkim !== null) {
    openDkim(dkim, network?.sender.email ?? `office@${dkim.domain}`);
    return [well('dkim', `mails are signed for ${dkim.domain}, by ${dkim.selector}._domainkey.${dkim.domain}`)];
  }
  if (mail === 'catch') return [];
  const todo =
    'Fine where the mail server signs them; else set OASC_DKIM_DOMAIN, OASC_DKIM_SELECTOR and OASC_DKIM_KEY.';
  return [attention('dkim', 'mails are not signed here', todo)];
}
