import type { Network } from '../../domain/network.ts';
import type { PendingDecision, PendingMail } from '../../service/pending-decision.ts';
import type { ComposedMail } from '../../templates/mails/content.ts';
import { composeMail, type Mail } from '../../templates/mails/mail.ts';

/** A prepared decision as clients get it, with its mail as it would be sent; placeholders stand for what is not made yet. */
export type ShownPending = Omit<PendingDecision, 'mail'> & { mail: ComposedMail & { to: PendingMail['to'] } };

export function shownPending({ mail, ...pending }: PendingDecision, network: Network): ShownPending {
  const { to } = mail;
  return { ...pending, mail: { to, ...composeMail(mailLike(mail), { network, to }) } };
}

function mailLike({ to: _to, ...mail }: PendingMail): Mail {
  const link = '[link]';
  return mail.kind === 'letter-to-sign' ? { ...mail, link, fingerprint: '[fingerprint]' } : { ...mail, link };
}
