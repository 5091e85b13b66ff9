import type { Network } from '../../domain/network.ts';
import { openDkim } from '../../worker/adapters/dkim.ts';
import { whyNoMailGoes } from '../../worker/adapters/mail-greeting.ts';
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
  const server = mailServerOf(mail);
  const why = await whyNoMailGoes({ ...server, patience: 5000 });
  if (why === null) return well('mail', `${server.host}:${server.port} answers and lets us in`);
  return broken('mail', why, 'Mails wait meanwhile, none is lost.');
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
