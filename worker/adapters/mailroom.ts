import { activityInfo } from '@temporalio/activity';
import { trouble } from '../../activities/failures.ts';
import type { MailOrder, Mailroom } from '../../activities/mail.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Network } from '../../domain/network.ts';
import { viewOf } from '../../records/cases.ts';
import { beginDelivery, endDelivery } from '../../records/deliveries.ts';
import type { Records } from '../../records/records.ts';
import type { Secret } from '../../records/secrets.ts';
import { composeMail } from '../../templates/mails/mail.ts';
import { addresseeOf, caseOf } from './addressees.ts';
import { contentOf } from './mail-content.ts';
import { failureOf, type Mailer, type MailFailure } from './mailer.ts';

export type Post = { records: Records; network: Network; secret: Secret; mailer: Mailer; address: string };

/**
 * Writes and sends the mails of a case. What is kept has placeholders for links and codes; what is sent is derived anew
 * each time, so that a second try sends the same bytes under the same Message-ID and no secret is stored.
 */
export function createMailroom(post: Post): Mailroom {
  return { send: (order) => send(post, order) };
}

async function send(post: Post, order: MailOrder): Promise<void> {
  const { records, network, mailer } = post;
  const row = await caseOf(records.database, order.case);
  const person = await addresseeOf(records.database, viewOf(row), order.to);
  const frame = { network, to: { name: person.name, email: person.email, language: person.language } };

  const shown = composeMail(await contentOf(post, order, { row, person }, 'shown'), frame);
  const copy = await records.documents.put(Buffer.from(canonicalJson(shown)));
  const before = await beginDelivery(records.database, {
    id: order.id,
    subject: order.case,
    channel: 'mail',
    kind: order.content.kind,
    receiver: person.id,
    copy,
    at: order.at,
  });
  if (before && ['done', 'failed', 'bounced'].includes(before.state)) return;

  const words = composeMail(await contentOf(post, order, { row, person }, 'real'), frame);
  const domain = network.sender.email.split('@')[1] ?? 'localhost';
  try {
    await mailer.send({
      id: order.id,
      from: network.sender,
      to: { name: person.name, email: person.email },
      ...words,
      at: order.at,
      domain,
    });
  } catch (error) {
    return await undelivered(post, order, failureOf(error));
  }
  await endDelivery(records.database, order.id, { state: 'done', at: order.at, receipt: 'accepted' });
}

/** How often a server may put a mail off before staff are to look after it: about a day of tries. */
const patienceInTries = 300;

/** A refusal is final and staff see it; anything else goes again, with the same Message-ID, so that a second copy is known as one. */
async function undelivered({ records }: Post, order: MailOrder, { kind, code }: MailFailure): Promise<void> {
  const receipt = `${kind} ${code ?? ''}`.trim();
  const final = kind === 'refused' || activityInfo().attempt >= patienceInTries;
  await endDelivery(records.database, order.id, { state: final ? 'failed' : 'deferred', at: order.at, receipt });
  if (!final) throw trouble(`mail-${kind}`, false);
}
