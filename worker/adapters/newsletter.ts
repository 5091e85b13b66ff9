import { trouble } from '../../activities/failures.ts';
import type { Edition } from '../../activities/publishing.ts';
import type { NewsletterCount } from '../../domain/announcement/state.ts';
import type { Article } from '../../domain/article.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { Instant, Sha256 } from '../../domain/ids.ts';
import { subscribersOf } from '../../records/announcements.ts';
import { readArticleDocument } from '../../records/composing.ts';
import { beginDelivery, endDelivery } from '../../records/deliveries.ts';
import type { Row } from '../../records/schema.ts';
import { composeNewsletter } from '../../templates/mails/newsletter.ts';
import { failureOf } from './mailer.ts';
import type { PressRoom } from './press-room.ts';

type Order = Edition & { article: Sha256; at: Instant };

/**
 * Sends each subscriber one copy, with a receipt before and after. A copy that a crash left begun is never sent again: it
 * is unknown, and staff decide. What a server put off is tried again with the next call.
 */
export async function sendNewsletter(room: PressRoom, order: Order): Promise<NewsletterCount> {
  const { database } = room.records;
  const article = await readArticleDocument(room.records, order.article);
  const readers = await subscribersOf(database, order.announcement);
  const states: string[] = [];
  for (const reader of readers) states.push(await sendCopy(room, order, article, reader));
  if (states.includes('deferred')) throw trouble('newsletter-put-off', false);
  const count = (state: string) => states.filter((one) => one === state).length;
  return { recipients: readers.length, sent: count('done'), unknown: count('unknown') };
}

async function sendCopy(room: PressRoom, order: Order, article: Article, reader: Row<'subscribers'>): Promise<string> {
  const { database } = room.records;
  const id = `${order.announcement}/${order.edition}/newsletter/${reader.id.split('/').at(-1)}`;
  const words = composeNewsletter(article, { network: room.network, address: `${room.address}/news/${article.slug}/` });
  const copy = await room.records.documents.put(Buffer.from(canonicalJson(words)));
  const receipt = {
    id,
    subject: order.announcement,
    channel: 'mail',
    kind: 'newsletter',
    receiver: reader.id,
    copy,
    at: order.at,
  };
  const before = await beginDelivery(database, receipt);
  if (before && before.state !== 'deferred') {
    if (before.state !== 'begun') return before.state;
    await endDelivery(database, id, { state: 'unknown', at: order.at, receipt: 'no answer was kept' });
    return 'unknown';
  }
  const { sender } = room.network;
  const outcome = await room.mailer
    .send({
      id,
      from: sender,
      to: { name: '', email: reader.email },
      ...words,
      at: order.at,
      domain: sender.email.split('@')[1] ?? 'localhost',
    })
    .then(() => ({ state: 'done', receipt: 'accepted' }) as const, undelivered);
  await endDelivery(database, id, { ...outcome, at: order.at });
  return outcome.state;
}

function undelivered(error: unknown) {
  const { kind, code } = failureOf(error);
  const receipt = `${kind} ${code ?? ''}`.trim();
  if (kind === 'refused') return { state: 'failed', receipt } as const;
  return { state: kind === 'deferred' ? 'deferred' : 'unknown', receipt } as const;
}
